namespace AuditCore.Ledger;

/// <summary>Reads tiles from where they are kept.</summary>
public interface ITileReader
{
    /// <summary>Reads tiles, all at once. One that is not kept is left out.</summary>
    /// <param name="tiles">Which, none twice.</param>
    /// <param name="cancel">Ends the reading.</param>
    ValueTask<IReadOnlyDictionary<TileId, HashTile>> ReadTilesAsync(IReadOnlyCollection<TileId> tiles, CancellationToken cancel);
}
