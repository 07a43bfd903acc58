using AuditCore.Ledger;

namespace AuditServer.Storage.SqlServer;

/// <summary>Tiles as they are stored.</summary>
internal static class SqlServerTiles
{
    public static async ValueTask<IReadOnlyDictionary<TileId, HashTile>> ReadAsync(
        SqlServerSession session, IReadOnlyCollection<TileId> tiles, CancellationToken cancel)
    {
        if (tiles.Count == 0)
        {
            return new Dictionary<TileId, HashTile>();
        }

        return (await session.ReadAsync<Row>(Statements.ReadTiles.With(TableTypes.TileNames.Rows(tiles)), cancel))
            .Select(r => r.ToTile()).ToDictionary(t => t.Id);
    }

    public static async Task<IReadOnlyList<HashTile>> ReadAsync(SqlServerSession session, TileId? after, int atMost, CancellationToken cancel)
    {
        TileId last = after ?? new TileId(0, -1);
        return [.. (await session.ReadAsync<Row>(Statements.ReadTilesAfter.With(last.Level, last.Index, atMost), cancel)).Select(r => r.ToTile())];
    }

    private sealed class Row
    {
        public int Level { get; init; }

        public long TileIndex { get; init; }

        public byte[] Hashes { get; init; } = [];

        public HashTile ToTile() => new(new TileId(Level, TileIndex), Hashes);
    }
}
