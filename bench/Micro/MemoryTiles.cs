using AuditCore.Ledger;

namespace Bench.Micro;

/// <summary>Tiles of a tree in memory: what the engine would give without the engine.</summary>
internal sealed class MemoryTiles : ITileReader
{
    private readonly Dictionary<TileId, HashTile> tiles = [];

    /// <summary>Keeps tiles as they are now.</summary>
    public void Keep(IEnumerable<HashTile> changed)
    {
        foreach (HashTile tile in changed)
        {
            tiles[tile.Id] = tile;
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyDictionary<TileId, HashTile>> ReadTilesAsync(IReadOnlyCollection<TileId> tiles, CancellationToken cancel) =>
        ValueTask.FromResult<IReadOnlyDictionary<TileId, HashTile>>(tiles.ToDictionary(id => id, id => this.tiles[id]));
}
