using AuditServer.Hosting;

namespace AuditServer.Security;

/// <summary>A file with a secret, one line of text, readable by its owner alone.</summary>
internal static class PrivateFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const int MostTries = 500;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    /// <summary>
    /// Makes the file. Written beside its place and then put there, by one at a time: of instances that start at once the first makes it,
    /// and the others find it whole.
    /// </summary>
    /// <param name="path">Where.</param>
    /// <param name="line">The line.</param>
    /// <returns>Whether it was made here; false: it was there.</returns>
    public static bool TryCreate(string path, string line)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        // A move that must not replace looks first and renames then, and somebody can come in between.
        using FileStream gate = Enter($"{path}.gate");
        if (File.Exists(path))
        {
            return false;
        }

        string draft = $"{path}.{Guid.NewGuid():N}";
        Write(draft, line);
        File.Move(draft, path);
        return true;
    }

    /// <summary>Waits for the gate, which whoever is in it takes away in leaving: by then the file is there, and is seen.</summary>
    private static FileStream Enter(string gate)
    {
        for (int tries = 0; ; tries++)
        {
            try
            {
                return new FileStream(gate, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
            }
            catch (IOException) when (tries < MostTries && Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(gate))))
            {
                Thread.Sleep(Pause);
            }
        }
    }

    /// <summary>Reads the line.</summary>
    /// <param name="path">Where.</param>
    /// <param name="setting">The setting that names the file.</param>
    /// <param name="remedy">What to do when others can read it.</param>
    /// <exception cref="StartRefusedException">There is no such file, or others have access to it.</exception>
    public static string Read(string path, string setting, string remedy)
    {
        try
        {
            // On Windows the folder's access list decides, which for a user's own folders is the user.
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~OwnerOnly) != 0)
            {
                throw new StartRefusedException($"{setting}: others than its owner have access to '{path}'; {remedy}.");
            }

            return File.ReadAllText(path).TrimEnd();
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"{setting}: '{path}' cannot be read: {unreadable.Message}", unreadable);
        }
    }

    private static void Write(string path, string line)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        using var file = new StreamWriter(path, options);
        file.WriteLine(line);
    }
}
