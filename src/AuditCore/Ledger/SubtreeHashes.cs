using System.Collections.Concurrent;

namespace AuditCore.Ledger;

/// <summary>
/// Roots of whole subtrees inside tiles, remembered from one proof to the next: a path through a tile takes up to 255 hashes to make,
/// and most paths go through the same few upper tiles. A root is remembered for the very hashes that it was made of, and a tile that
/// holds others now is hashed anew: what somebody changed in the database is not hidden. Safe for use by many threads.
/// </summary>
public sealed class SubtreeHashes
{
    /// <summary>Tiles remembered at most, about 24 KB each; then all are forgotten.</summary>
    private const int Most = 1_024;

    private readonly ConcurrentDictionary<TileId, KnownTile> known = new();

    /// <summary>The root of a whole subtree inside a tile.</summary>
    /// <param name="tile">The tile as it was read.</param>
    /// <param name="from">Place of the subtree's first hash, a multiple of their number.</param>
    /// <param name="count">Number of its hashes, a power of two.</param>
    /// <returns>32 bytes, not to be changed.</returns>
    internal byte[] Root(HashTile tile, int from, int count)
    {
        // Whole tiles of leaves are most of the tree, and seldom asked for twice.
        if (count == 1 || (tile.Id.Level == 0 && tile.IsWhole))
        {
            return TreeHash.Root(tile.Hashes.Span.Slice(from * TreeHash.Bytes, count * TreeHash.Bytes));
        }

        if (!known.TryGetValue(tile.Id, out KnownTile? remembered) || !remembered.IsOf(tile))
        {
            if (known.Count >= Most)
            {
                known.Clear();
            }

            known[tile.Id] = remembered = new KnownTile(tile);
        }

        return remembered.Root((TileId.Width + from) / count);
    }

    /// <summary>A tile's hashes and what is made of them, numbered as a heap: node n has the children 2n and 2n + 1, the leaves come last.</summary>
    private sealed class KnownTile(HashTile tile)
    {
        private readonly byte[] hashes = tile.Hashes.ToArray();
        private readonly byte[]?[] roots = new byte[TileId.Width][];

        public bool IsOf(HashTile other) => other.Hashes.Span.SequenceEqual(hashes);

        /// <summary>Two threads may both make a root: it is the same one.</summary>
        public byte[] Root(int node) => node >= TileId.Width
            ? hashes.AsSpan((node - TileId.Width) * TreeHash.Bytes, TreeHash.Bytes).ToArray()
            : roots[node] ??= TreeHash.Node(Root(2 * node), Root((2 * node) + 1));
    }
}
