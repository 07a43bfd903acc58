using System.Security.Cryptography;
using System.Text;

namespace AuditCore.Sampling;

/// <summary>Hashes ids under one seed, without allocating once the buffer fits. Not for several threads at a time.</summary>
internal sealed class TicketHash
{
    private const int SeedHashLength = 2 * SHA256.HashSizeInBytes;

    /// <summary>Refuses unpaired surrogates: replaced by U+FFFD, two different ids would share a ticket.</summary>
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private byte[] buffer = new byte[512];

    public TicketHash(string seed)
    {
        ArgumentException.ThrowIfNullOrEmpty(seed);
        string seedHash = Convert.ToHexStringLower(SHA256.HashData(Strict.GetBytes(seed)));
        Encoding.ASCII.GetBytes(seedHash, buffer);
    }

    /// <summary>Writes SHA-256(seedHash ‖ id).</summary>
    public void Of(string id, Span<byte> digest)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        int room = SeedHashLength + Strict.GetMaxByteCount(id.Length);
        if (room > buffer.Length)
            Array.Resize(ref buffer, room);
        int length = Strict.GetBytes(id, buffer.AsSpan(SeedHashLength));
        SHA256.HashData(buffer.AsSpan(0, SeedHashLength + length), digest);
    }
}
