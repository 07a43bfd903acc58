namespace CrimeAudit.Client;

/// <summary>Files that are their owner's alone, whatever the folder and the umask allow others.</summary>
internal static class OwnersFile
{
    /// <summary>Opens a file to read and write it, unbuffered.</summary>
    /// <exception cref="IOException">It cannot be opened.</exception>
    public static FileStream Open(string path, FileMode mode, FileShare share)
    {
        FileStreamOptions options = new() { Mode = mode, Access = FileAccess.ReadWrite, Share = share, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
        {
            // What the police were told is nobody else's to read.
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
    }
}
