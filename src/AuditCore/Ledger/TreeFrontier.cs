namespace AuditCore.Ledger;

/// <summary>
/// The right edge of a tree: the hashes of its partial tiles. From it and new leaves follow the tiles that change, and the root;
/// whatever stands further left is never read again. Does not change.
/// </summary>
public sealed class TreeFrontier
{
    private readonly byte[][] edge;
    private byte[]? root;

    private TreeFrontier(long size, byte[][] edge)
    {
        Size = size;
        this.edge = edge;
    }

    /// <summary>That of the tree without leaves.</summary>
    public static TreeFrontier Empty { get; } = new(0, [.. Enumerable.Repeat(Array.Empty<byte>(), TileId.Levels)]);

    /// <summary>Leaves of the tree.</summary>
    public long Size { get; }

    /// <summary>The right edge of a tree whose partial tiles (<see cref="TileId.RightEdge"/>) were read.</summary>
    /// <param name="size">Leaves of the tree.</param>
    /// <param name="tiles">The tiles; one may hold more hashes than the tree has, those of a later one.</param>
    /// <exception cref="TreeDamagedException">A tile is missing or too narrow.</exception>
    public static TreeFrontier Of(long size, IReadOnlyDictionary<TileId, HashTile> tiles)
    {
        var edge = new byte[TileId.Levels][];
        Array.Fill(edge, []);
        foreach (TileId id in TileId.RightEdge(size))
        {
            int width = TileId.WidthAtEdge(id.Level, size);
            edge[id.Level] = tiles.TryGetValue(id, out HashTile? tile) && tile.Count >= width
                ? tile.Hashes[..(width * TreeHash.Bytes)].ToArray()
                : throw new TreeDamagedException(
                    $"Tile {id.Index} of level {id.Level} holds {tile?.Count ?? 0} hashes, and a tree of {size} leaves has {width} there.");
        }

        return new TreeFrontier(size, edge);
    }

    /// <summary>Its partial tiles, lowest first.</summary>
    public IEnumerable<HashTile> PartialTiles() =>
        TileId.RightEdge(Size).Select(id => new HashTile(id, edge[id.Level]));

    /// <summary>The root of the tree.</summary>
    /// <returns>32 bytes.</returns>
    public byte[] Root() => [.. root ??= RootOfEdge()];

    /// <summary>Appends leaves.</summary>
    /// <param name="leafHashes">Their hashes, one after the other.</param>
    /// <exception cref="ArgumentException">They are not whole hashes.</exception>
    public TreeGrowth Append(ReadOnlySpan<byte> leafHashes)
    {
        if (leafHashes.Length % TreeHash.Bytes != 0)
        {
            throw new ArgumentException($"{leafHashes.Length} bytes are no hashes of {TreeHash.Bytes}.", nameof(leafHashes));
        }

        byte[][] grown = [.. edge];
        var changed = new List<HashTile>();
        byte[] added = leafHashes.ToArray();
        for (int level = 0; added.Length > 0; level++)
        {
            added = Append(level, [.. edge[level], .. added], grown, changed);
        }

        return new TreeGrowth(new TreeFrontier(Size + (leafHashes.Length / TreeHash.Bytes), grown), changed);
    }

    /// <summary>Lays the hashes of a level out in tiles.</summary>
    /// <returns>What the level above gets: the roots of the tiles that became whole.</returns>
    private byte[] Append(int level, byte[] hashes, byte[][] grown, List<HashTile> changed)
    {
        const int Whole = TileId.Width * TreeHash.Bytes;
        long index = TileId.HashesAt(level, Size) / TileId.Width;
        var above = new List<byte>();
        int from = 0;
        for (; hashes.Length - from >= Whole; from += Whole)
        {
            changed.Add(new HashTile(new TileId(level, index++), hashes.AsMemory(from, Whole)));
            above.AddRange(TreeHash.Root(hashes.AsSpan(from, Whole)));
        }

        grown[level] = hashes[from..];
        if (grown[level].Length > 0)
        {
            changed.Add(new HashTile(new TileId(level, index), grown[level]));
        }

        return [.. above];
    }

    /// <summary>Each level's partial tile, with the root of what lies below and right of it as its last, incomplete hash.</summary>
    private byte[] RootOfEdge()
    {
        byte[] below = [];
        foreach (byte[] hashes in edge)
        {
            below = hashes.Length == 0 ? below : TreeHash.Root([.. hashes, .. below]);
        }

        return below.Length == 0 ? TreeHash.Empty : below;
    }
}
