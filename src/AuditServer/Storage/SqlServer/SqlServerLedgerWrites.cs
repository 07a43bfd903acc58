using AuditCore.Ledger;
using AuditServer.Ledger;

namespace AuditServer.Storage.SqlServer;

/// <summary>The tree inside a turn.</summary>
internal sealed class SqlServerLedgerWrites(SqlServerSession session) : ILedgerWrites
{
    public ValueTask<IReadOnlyDictionary<TileId, HashTile>> ReadTilesAsync(IReadOnlyCollection<TileId> tiles, CancellationToken cancel) =>
        SqlServerTiles.ReadAsync(session, tiles, cancel);

    public async ValueTask<long> ReadTreeSizeAsync(CancellationToken cancel) =>
        await session.ReadOneAsync<long>(Statements.ReadTreeSize.With(), cancel);

    public async ValueTask SaveTilesAsync(IReadOnlyList<HashTile> tiles, CancellationToken cancel)
    {
        if (tiles.Count > 0)
        {
            await session.RunAsync(Statements.SaveTiles.With(TableTypes.TileRows.Rows(tiles)), cancel);
        }
    }

    public async ValueTask AddCheckpointAsync(StoredCheckpoint checkpoint, CancellationToken cancel) =>
        await session.RunAsync(Statements.AddCheckpoint.With(checkpoint.Size, checkpoint.Note), cancel);
}
