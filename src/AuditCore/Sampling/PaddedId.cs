using System.Buffers.Binary;
using AuditCore.Hashing;

namespace AuditCore.Sampling;

/// <summary>
/// An id as the blocks that follow a seed's in the message of its ticket: padded, with the length of the whole (FIPS 180-4, §5.1.1). The
/// buffer is used again for the next id.
/// </summary>
internal sealed class PaddedId
{
    private const byte EndOfMessage = 0x80;

    private byte[] buffer = new byte[4 * Sha256Lanes.BlockBytes];

    /// <summary>Blocks of the id that was put here last.</summary>
    public int Blocks { get; private set; }

    /// <summary>Takes the next id.</summary>
    /// <param name="id">The id, not empty.</param>
    /// <exception cref="ArgumentException">The id is empty or not well-formed Unicode.</exception>
    public void Put(string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        int room = TicketHash.Strict.GetMaxByteCount(id.Length) + Sha256Lanes.BlockBytes + sizeof(ulong);
        if (room > buffer.Length)
            Array.Resize(ref buffer, room);
        int length = TicketHash.Strict.GetBytes(id, buffer);
        Blocks = (length + 1 + sizeof(ulong) + Sha256Lanes.BlockBytes - 1) / Sha256Lanes.BlockBytes;
        Span<byte> padding = buffer.AsSpan(length..(Blocks * Sha256Lanes.BlockBytes));
        padding.Clear();
        padding[0] = EndOfMessage;
        BinaryPrimitives.WriteUInt64BigEndian(padding[^sizeof(ulong)..], 8 * (ulong)(TicketHash.SeedBytes + length));
    }

    /// <summary>One of its blocks.</summary>
    /// <param name="place">Which, from 0.</param>
    /// <returns>64 bytes.</returns>
    public ReadOnlySpan<byte> Block(int place) => buffer.AsSpan(place * Sha256Lanes.BlockBytes, Sha256Lanes.BlockBytes);
}
