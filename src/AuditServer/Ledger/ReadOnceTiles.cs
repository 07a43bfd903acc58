using AuditCore.Ledger;

namespace AuditServer.Ledger;

/// <summary>Tiles of one moment, each read once however many proofs need it.</summary>
internal sealed class ReadOnceTiles(ITileReader reader) : ITileReader
{
    private readonly Dictionary<TileId, HashTile> known = [];

    public async ValueTask<IReadOnlyDictionary<TileId, HashTile>> ReadTilesAsync(IReadOnlyCollection<TileId> tiles, CancellationToken cancel)
    {
        TileId[] wanted = [.. tiles.Where(t => !known.ContainsKey(t))];
        foreach ((TileId id, HashTile tile) in await reader.ReadTilesAsync(wanted, cancel))
        {
            known.Add(id, tile);
        }

        return known;
    }
}
