using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using AuditCore.Hashing;

namespace AuditCore.Ledger;

/// <summary>
/// The hashes of several nodes at once, one in each lane of a vector (<see cref="Sha256Lanes"/>). A path through a tile takes 247 hashes
/// of 65 bytes.
/// </summary>
internal static class NodeLanes
{
    /// <summary>Nodes hashed at once at most.</summary>
    public const int Most = Sha256Lanes.Most;

    private const int NodeBytes = 2 * TreeHash.Bytes;
    private const int BlockWords = Sha256Lanes.BlockWords;
    private const uint NodePrefix = 0x01000000;
    private const uint EndOfMessage = 0x00800000;
    private const uint MessageBits = 8 * (1 + NodeBytes);

    /// <summary>Whether the machine has such vectors; without them it is slower than a hash after the other.</summary>
    public static bool IsSupported => Sha256Lanes.IsSupported;

    /// <summary>Writes the hashes of nodes.</summary>
    /// <param name="children">For each node the hashes of its left and its right child, 64 bytes; up to <see cref="Most"/> nodes.</param>
    /// <param name="hashes">Where their hashes go, 32 bytes each. It may begin where the children do.</param>
    public static void Hash(ReadOnlySpan<byte> children, Span<byte> hashes)
    {
        int count = children.Length / NodeBytes;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Most);
        Span<Vector256<uint>> state = stackalloc Vector256<uint>[Sha256Lanes.StateWords];
        Sha256Lanes.Begin(state);
        Span<Vector256<uint>> schedule = stackalloc Vector256<uint>[Sha256Lanes.Rounds];
        Span<uint> words = MemoryMarshal.Cast<Vector256<uint>, uint>(schedule);
        for (int lane = 0; lane < count; lane++)
        {
            FirstBlock(children.Slice(lane * NodeBytes, NodeBytes), words, lane);
        }

        Sha256Lanes.Compress(state, schedule);
        // The second block holds the last byte, the end of the message and its length.
        schedule[..BlockWords].Clear();
        for (int lane = 0; lane < count; lane++)
        {
            words[lane] = ((uint)children[((lane + 1) * NodeBytes) - 1] << 24) | EndOfMessage;
        }

        schedule[BlockWords - 1] = Vector256.Create(MessageBits);
        Sha256Lanes.Compress(state, schedule);
        for (int lane = 0; lane < count; lane++)
        {
            Sha256Lanes.Write(state, lane, hashes.Slice(lane * TreeHash.Bytes, TreeHash.Bytes));
        }
    }

    /// <summary>Prefix and children, but for the last byte, as the words of a lane: all lie a byte further on than in the children.</summary>
    private static void FirstBlock(ReadOnlySpan<byte> children, Span<uint> words, int lane)
    {
        words[lane] = NodePrefix | (BinaryPrimitives.ReadUInt32BigEndian(children) >> 8);
        for (int i = 1; i < BlockWords; i++)
        {
            words[(i * Most) + lane] = BinaryPrimitives.ReadUInt32BigEndian(children[((i * sizeof(uint)) - 1)..]);
        }
    }
}
