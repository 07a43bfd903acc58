namespace CrimeAudit.Client;

/// <summary>The file <c>lock</c>, held open while a writer has the spool. The operating system lets go of it when the process ends, however it does.</summary>
internal static class SpoolLock
{
    private const string Name = "lock";

    /// <summary>Takes the folder, and makes it when it is missing.</summary>
    /// <exception cref="SpoolInUseException">Somebody has it.</exception>
    public static FileStream Take(string directory)
    {
        MakeDirectory(directory);
        try
        {
            return OwnersFile.Open(Path.Combine(directory, Name), FileMode.OpenOrCreate, FileShare.None);
        }
        catch (IOException held) when (held is not (DirectoryNotFoundException or PathTooLongException))
        {
            throw new SpoolInUseException(directory, held);
        }
    }

    private static void MakeDirectory(string directory)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(directory);
        }
        else
        {
            Directory.CreateDirectory(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
