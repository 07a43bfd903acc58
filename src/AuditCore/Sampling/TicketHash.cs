using System.Security.Cryptography;
using System.Text;
using AuditCore.Hashing;

namespace AuditCore.Sampling;

/// <summary>Hashes ids under one seed, without allocating once the buffers fit. Not for several threads at a time.</summary>
internal sealed class TicketHash
{
    /// <summary>Ids hashed at once at most.</summary>
    public const int Most = Sha256Lanes.Most;

    /// <summary>Bytes of what stands before each id: the seed's hash in hexadecimal.</summary>
    public const int SeedBytes = 2 * SHA256.HashSizeInBytes;

    private byte[] buffer = new byte[512];
    private readonly bool useLanes;
    private TicketLanes? lanes;

    public TicketHash(string seed)
        : this(seed, Sha256Lanes.IsSupported)
    {
    }

    /// <param name="seed">The seed's text.</param>
    /// <param name="useLanes">Hashes several ids at once; otherwise one after the other by the platform's function.</param>
    internal TicketHash(string seed, bool useLanes)
    {
        this.useLanes = useLanes;
        ArgumentException.ThrowIfNullOrEmpty(seed);
        string seedHash = Convert.ToHexStringLower(SHA256.HashData(Strict.GetBytes(seed)));
        Encoding.ASCII.GetBytes(seedHash, buffer);
    }

    /// <summary>Refuses unpaired surrogates: replaced by U+FFFD, two different ids would share a ticket.</summary>
    public static UTF8Encoding Strict { get; } = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Writes SHA-256(seedHash ‖ id).</summary>
    public void Of(string id, Span<byte> digest)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        int room = SeedBytes + Strict.GetMaxByteCount(id.Length);
        if (room > buffer.Length)
            Array.Resize(ref buffer, room);
        int length = Strict.GetBytes(id, buffer.AsSpan(SeedBytes));
        SHA256.HashData(buffer.AsSpan(0, SeedBytes + length), digest);
    }

    /// <summary>Writes the digests of up to <see cref="Most"/> ids, one after the other.</summary>
    public void Of(ReadOnlySpan<string> ids, Span<byte> digests)
    {
        if (useLanes)
        {
            lanes ??= new TicketLanes(buffer.AsSpan(0, SeedBytes));
            lanes.Hash(ids, digests);
            return;
        }
        for (int i = 0; i < ids.Length; i++)
            Of(ids[i], digests.Slice(i * SHA256.HashSizeInBytes, SHA256.HashSizeInBytes));
    }
}
