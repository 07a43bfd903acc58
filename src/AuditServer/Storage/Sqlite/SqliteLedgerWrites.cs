using AuditCore.Ledger;
using AuditServer.Ledger;

namespace AuditServer.Storage.Sqlite;

/// <summary>The tree inside a turn.</summary>
internal sealed class SqliteLedgerWrites(SqliteWriter writer) : ILedgerWrites
{
    public ValueTask<IReadOnlyDictionary<TileId, HashTile>> ReadTilesAsync(IReadOnlyCollection<TileId> tiles, CancellationToken cancel) =>
        ValueTask.FromResult(SqliteTiles.Read(writer.Query("read-tile", "level", "tile_index"), tiles));

    public ValueTask<long> ReadTreeSizeAsync(CancellationToken cancel) =>
        ValueTask.FromResult(writer.Statement("read-tree-size").RunForNumber()!.Value);

    public ValueTask SaveTilesAsync(IReadOnlyList<HashTile> tiles, CancellationToken cancel)
    {
        ISqliteStatement save = writer.Statement("save-tile", "level", "tile_index", "width", "hashes");
        foreach (HashTile tile in tiles)
        {
            save.Run(tile.Id.Level, tile.Id.Index, tile.Count, tile.Hashes.ToArray());
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask AddCheckpointAsync(StoredCheckpoint checkpoint, CancellationToken cancel)
    {
        writer.Statement("add-checkpoint", "size", "note").Run(checkpoint.Size, checkpoint.Note);
        return ValueTask.CompletedTask;
    }
}
