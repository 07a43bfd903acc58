using System.Security.Cryptography;

namespace AuditServer.Sequencing;

/// <summary>The digest of an entry: SHA-256(salt ‖ payload).</summary>
internal static class EntryDigest
{
    // One call over a copy costs half of three calls over the parts, as long as the copy is short.
    private const int Short = 1_024;

    public static byte[] Of(byte[] salt, byte[] payload)
    {
        int length = salt.Length + payload.Length;
        Span<byte> content = length <= Short ? stackalloc byte[Short] : new byte[length];
        salt.CopyTo(content);
        payload.CopyTo(content[salt.Length..]);
        return SHA256.HashData(content[..length]);
    }
}
