using System.Security.Cryptography;

namespace AuditServer.Sequencing;

/// <summary>The digest of an entry: SHA-256(salt ‖ payload).</summary>
internal static class EntryDigest
{
    public static byte[] Of(byte[] salt, byte[] payload)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha.AppendData(salt);
        sha.AppendData(payload);
        return sha.GetHashAndReset();
    }
}
