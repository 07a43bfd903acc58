using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace AuditCore.Sampling;

/// <summary>
/// Which ids a draw has seen, to find one that comes twice. It keeps eight bytes of each digest that the draw makes anyway, in 256 parts
/// small enough to be sorted inside a processor's cache; a hash table of all ids would miss that cache at every unit and cost as much as
/// half the hashing. Only when two ids share those bytes are texts compared.
/// </summary>
internal sealed class SeenUnits
{
    private readonly List<ulong>[] parts;
    private readonly List<string> ids;

    /// <summary>Makes room for an expected number of ids, 0 when unknown.</summary>
    public SeenUnits(int expected)
    {
        ids = new List<string>(expected);
        // Digests spread evenly: a little more than a 256th is room enough for nearly every part.
        int room = expected == 0 ? 0 : (expected / 256) + (expected / 4096) + 16;
        parts = new List<ulong>[256];
        for (int i = 0; i < parts.Length; i++)
            parts[i] = new List<ulong>(room);
    }

    public void Add(string id, ReadOnlySpan<byte> digest)
    {
        ids.Add(id);
        parts[digest[0]].Add(BinaryPrimitives.ReadUInt64LittleEndian(digest[1..]));
    }

    /// <summary>The first id that was there before, or null. Ids added afterwards are not refused.</summary>
    public string? FirstRepeated()
    {
        if (!Array.Exists(parts, HoldsTwoAlike))
            return null;
        HashSet<string> seen = new(ids.Count, StringComparer.Ordinal);
        return ids.Find(id => !seen.Add(id));
    }

    private static bool HoldsTwoAlike(List<ulong> part)
    {
        Span<ulong> keys = CollectionsMarshal.AsSpan(part);
        keys.Sort();
        for (int i = 1; i < keys.Length; i++)
        {
            if (keys[i] == keys[i - 1])
                return true;
        }
        return false;
    }
}
