using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Tests.Shared.Evidence;

/// <summary>A Merkle tree by the recursive definitions of RFC 6962, §2.1: slow, and plainly right.</summary>
internal sealed class PlainTree(IReadOnlyList<byte[]> leaves)
{
    private readonly ConcurrentDictionary<(int From, int To), byte[]> roots = [];

    public static PlainTree Of(int size) => new([.. Enumerable.Range(0, size).Select(i => BitConverter.GetBytes(i))]);

    public byte[] Leaf(int index) => leaves[index];

    public byte[] Root(int size) => size == 0 ? SHA256.HashData([]) : Root(0, size);

    public List<byte[]> Inclusion(int index, int size) => Inclusion(index, 0, size);

    public List<byte[]> Consistency(int older, int newer) => older == 0 ? [] : Consistency(older, 0, newer, whole: true);

    private byte[] Root(int from, int to) => roots.GetOrAdd((from, to), _ => to - from == 1
        ? SHA256.HashData([0, .. leaves[from]])
        : SHA256.HashData([1, .. Root(from, from + Split(to - from)), .. Root(from + Split(to - from), to)]));

    private List<byte[]> Inclusion(int index, int from, int to)
    {
        if (to - from == 1)
        {
            return [];
        }

        int middle = from + Split(to - from);
        return index < middle ? [.. Inclusion(index, from, middle), Root(middle, to)] : [.. Inclusion(index, middle, to), Root(from, middle)];
    }

    private List<byte[]> Consistency(int older, int from, int to, bool whole)
    {
        if (older == to)
        {
            return whole ? [] : [Root(from, to)];
        }

        int middle = from + Split(to - from);
        return older <= middle
            ? [.. Consistency(older, from, middle, whole), Root(middle, to)]
            : [.. Consistency(older, middle, to, whole: false), Root(from, middle)];
    }

    /// <summary>The largest power of two below a size.</summary>
    private static int Split(int size) => 1 << (31 - int.LeadingZeroCount(size - 1));
}
