using System.Security.Cryptography;
using AuditServer.Hosting;

namespace AuditServer.Security;

/// <summary>A signing key kept in a file as one line of base64, readable by its owner alone.</summary>
internal static class SigningKeyFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Reads the key; makes one first when there is no file.</summary>
    /// <exception cref="StartRefusedException">The file holds no key, or others may read it.</exception>
    public static byte[] LoadOrCreate(string path)
    {
        if (!File.Exists(path))
        {
            Create(path);
        }

        return Load(path);
    }

    /// <summary>
    /// Written beside its place and then put there, which fails when a file is there already: of instances that start at
    /// once the first makes the key, and the others find it whole.
    /// </summary>
    private static void Create(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        string draft = $"{path}.{Guid.NewGuid():N}";
        Write(draft);
        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft);
        }
    }

    private static void Write(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        using var file = new StreamWriter(path, options);
        file.WriteLine(Convert.ToBase64String(RandomNumberGenerator.GetBytes(DevelopmentTokens.KeyBytes)));
    }

    private static byte[] Load(string path)
    {
        // On Windows the folder's access list decides, which for a user's own folders is the user.
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~OwnerOnly) != 0)
        {
            throw new StartRefusedException(
                $"{Setting}: others than its owner have access to '{path}'; chmod 600 it, or delete it to get a new key.");
        }

        var key = new byte[DevelopmentTokens.KeyBytes];
        return Convert.TryFromBase64String(File.ReadAllText(path).TrimEnd(), key, out int length) && length == key.Length
            ? key
            : throw new StartRefusedException(
                $"{Setting}: '{path}' does not hold a key of {key.Length} bytes in base64; delete it to get a new one.");
    }

    private static string Setting => $"{SecurityOptions.Section}:{nameof(SecurityOptions.DevelopmentKeyFile)}";
}
