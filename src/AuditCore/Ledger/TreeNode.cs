using System.Numerics;

namespace AuditCore.Ledger;

/// <summary>The root of a whole subtree.</summary>
/// <param name="Start">Its first leaf, a multiple of its size.</param>
/// <param name="Height">Its size is 2^Height.</param>
internal readonly record struct TreeNode(long Start, int Height)
{
    /// <summary>The tile that holds the hashes from which its hash is made.</summary>
    public TileId Tile => new(Level, Place >> TileId.HeightOfTile);

    private int Level => Height / TileId.HeightOfTile;

    private int HeightInTile => Height % TileId.HeightOfTile;

    private long Place => Start >> (Level * TileId.HeightOfTile);

    /// <summary>The whole subtrees of a range that begins where a tree may be split, largest first.</summary>
    public static IEnumerable<TreeNode> Of(LeafRange range)
    {
        long start = range.Start;
        while (start < range.End)
        {
            int height = BitOperations.Log2((ulong)(range.End - start));
            yield return new TreeNode(start, height);
            start += 1L << height;
        }
    }

    /// <summary>Its hash, from its tile.</summary>
    /// <exception cref="TreeDamagedException">The tile is not kept, or too narrow.</exception>
    public byte[] HashFrom(IReadOnlyDictionary<TileId, HashTile> tiles, SubtreeHashes? known = null)
    {
        int from = (int)(Place % TileId.Width);
        int count = 1 << HeightInTile;
        return tiles.TryGetValue(Tile, out HashTile? tile) && tile.Count >= from + count
            ? known?.Root(tile, from, count) ?? TreeHash.Root(tile.Hashes.Span.Slice(from * TreeHash.Bytes, count * TreeHash.Bytes))
            : throw new TreeDamagedException(
                $"Tile {Tile.Index} of level {Tile.Level} holds {tile?.Count ?? 0} hashes; {from + count} are needed of it.");
    }
}
