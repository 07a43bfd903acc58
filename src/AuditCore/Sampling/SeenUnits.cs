using System.Buffers.Binary;

namespace AuditCore.Sampling;

/// <summary>
/// Which ids were seen, keyed by eight bytes of the digest that the draw makes anyway: cheaper than hashing each text again. Two ids that
/// share those bytes are told apart by their text.
/// </summary>
internal sealed class SeenUnits(int expected)
{
    private readonly Dictionary<ulong, string> first = new(expected);
    private readonly HashSet<string> others = new(StringComparer.Ordinal);

    /// <summary>Whether the id is new.</summary>
    public bool Add(string id, ReadOnlySpan<byte> digest)
    {
        ulong key = BinaryPrimitives.ReadUInt64LittleEndian(digest);
        return first.TryAdd(key, id) || (!string.Equals(first[key], id, StringComparison.Ordinal) && others.Add(id));
    }
}
