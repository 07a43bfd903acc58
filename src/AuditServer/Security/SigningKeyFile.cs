using System.Security.Cryptography;
using AuditServer.Hosting;

namespace AuditServer.Security;

/// <summary>The key of development tokens, kept in a file as one line of base64.</summary>
internal static class SigningKeyFile
{
    private const string Setting = $"{SecurityOptions.Section}:{nameof(SecurityOptions.DevelopmentKeyFile)}";

    /// <summary>Reads the key; makes one first when there is no file.</summary>
    /// <exception cref="StartRefusedException">The file holds no key, or others may read it.</exception>
    public static byte[] LoadOrCreate(string path)
    {
        if (!File.Exists(path))
        {
            PrivateFile.TryCreate(path, Convert.ToBase64String(RandomNumberGenerator.GetBytes(DevelopmentTokens.KeyBytes)));
        }

        string line = PrivateFile.Read(path, Setting, "chmod 600 it, or delete it to get a new key");
        var key = new byte[DevelopmentTokens.KeyBytes];
        return Convert.TryFromBase64String(line, key, out int length) && length == key.Length
            ? key
            : throw new StartRefusedException(
                $"{Setting}: '{path}' does not hold a key of {key.Length} bytes in base64; delete it to get a new one.");
    }
}
