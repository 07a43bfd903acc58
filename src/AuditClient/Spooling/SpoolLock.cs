namespace CrimeAudit.Client;

/// <summary>The file <c>lock</c>, held open while a writer has the spool. The operating system lets go of it when the process ends, however it does.</summary>
internal static class SpoolLock
{
    private const string Name = "lock";

    /// <exception cref="SpoolInUseException">Somebody holds it.</exception>
    public static FileStream Take(string directory)
    {
        try
        {
            return new FileStream(Path.Combine(directory, Name), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException held) when (held is not (DirectoryNotFoundException or PathTooLongException))
        {
            throw new SpoolInUseException(directory, held);
        }
    }
}
