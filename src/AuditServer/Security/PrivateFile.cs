using AuditServer.Hosting;

namespace AuditServer.Security;

/// <summary>A file with a secret, one line of text, readable by its owner alone.</summary>
internal static class PrivateFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>
    /// Makes the file. Written beside its place and then put there, which fails when a file is there already: of instances that start at
    /// once the first makes it, and the others find it whole.
    /// </summary>
    /// <param name="path">Where.</param>
    /// <param name="line">The line.</param>
    /// <returns>Whether it was made here; false: it was there.</returns>
    public static bool TryCreate(string path, string line)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        string draft = $"{path}.{Guid.NewGuid():N}";
        Write(draft, line);
        try
        {
            File.Move(draft, path, overwrite: false);
            return true;
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft);
            return false;
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
