using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace AuditServer.Security.Certificates;

/// <summary>The authorities whose client certificates are believed.</summary>
internal static class ClientAuthorities
{
    /// <summary>Reads them.</summary>
    public static X509Certificate2Collection Load(string path)
    {
        var authorities = new X509Certificate2Collection();
        authorities.ImportFromPemFile(path);
        return authorities;
    }

    /// <summary>What is wrong with their file; null when they are there.</summary>
    public static string? Refusal(string path)
    {
        try
        {
            return Load(path).Count == 0 ? $"'{path}' holds no certificate in PEM." : null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or CryptographicException)
        {
            return $"'{path}' cannot be read: {unreadable.Message}";
        }
    }
}
