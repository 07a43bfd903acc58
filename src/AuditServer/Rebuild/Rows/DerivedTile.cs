namespace AuditServer.Rebuild.Rows;

/// <summary>A tile of the tree.</summary>
internal sealed record DerivedTile
{
    public int Level { get; init; }

    public long TileIndex { get; init; }

    public int Width { get; init; }

    public byte[] Hashes { get; init; } = [];
}
