namespace AuditCore.Ledger;

/// <summary>A tile with its hashes.</summary>
/// <param name="Id">Which tile.</param>
/// <param name="Hashes">1 to 256 hashes, one after the other.</param>
public sealed record HashTile(TileId Id, ReadOnlyMemory<byte> Hashes)
{
    /// <summary>How many hashes it has.</summary>
    public int Count => Hashes.Length / TreeHash.Bytes;

    /// <summary>Whether it is whole, and so never changes again.</summary>
    public bool IsWhole => Count == TileId.Width;

    /// <summary>The hash at a place.</summary>
    /// <param name="place">From 0, below <see cref="Count"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The tile is not that wide.</exception>
    public ReadOnlySpan<byte> HashAt(int place) => Hashes.Span.Slice(place * TreeHash.Bytes, TreeHash.Bytes);
}
