using System.Data.Common;
using AuditCore.Ledger;
using AuditServer.Ledger;
using AuditServer.Sequencing;
using Dapper;

namespace AuditServer.Storage.Sqlite;

/// <summary>The log with its proofs at one moment of the file.</summary>
internal sealed class SqliteLedgerSnapshot(SqliteDatabase database, SqliteReader reader, LogHead head) : ILedgerSnapshot
{
    public LogHead Head => head;

    public ValueTask<IReadOnlyDictionary<TileId, HashTile>> ReadTilesAsync(IReadOnlyCollection<TileId> tiles, CancellationToken cancel) =>
        ValueTask.FromResult(SqliteTiles.Read(reader.Query("read-tile", "level", "tile_index"), tiles));

    public async Task<IReadOnlyList<HashTile>> ReadTilesAsync(TileId? after, int atMost, CancellationToken cancel)
    {
        TileId last = after ?? new TileId(0, -1);
        IEnumerable<(int Level, long Index, byte[] Hashes)> rows = await reader.Connection.QueryAsync<(int, long, byte[])>(database.Command(
            "read-tiles-after", new { level = last.Level, tile_index = last.Index, at_most = atMost }, cancel));
        return [.. rows.Select(r => new HashTile(new TileId(r.Level, r.Index), r.Hashes))];
    }

    public Task<StoredCheckpoint?> FindCheckpointAsync(long? size, CancellationToken cancel) => Task.FromResult(FindCheckpoint(size));

    public async Task<IReadOnlyList<KeptCheckpoint>> ReadCheckpointsAsync(KeptCheckpoint? after, int atMost, CancellationToken cancel) =>
    [
        .. await reader.Connection.QueryAsync<KeptCheckpoint>(database.Command(
            "read-checkpoints", new { size = after?.Size ?? -1, version = after?.Version ?? 0, at_most = atMost }, cancel)),
    ];

    public Task<IReadOnlyList<StoredEntry>> ReadEntriesAsync(long fromIndex, int atMost, CancellationToken cancel) =>
        Task.FromResult(SqliteStoredEntries.Read(reader.Query("read-entries", "from_index", "at_most"), fromIndex, atMost));

    public async Task<IReadOnlyList<StoredEntry>> ReadEntriesAsync(SourceName source, long fromIndex, int atMost, CancellationToken cancel)
    {
        IEnumerable<EntryRow> rows = await reader.Connection.QueryAsync<EntryRow>(database.Command(
            "read-source-entries",
            new { force = source.Force, source_system = source.SourceSystem, from_index = fromIndex, at_most = atMost },
            cancel));
        return [.. rows.Select(r => r.ToEntry())];
    }

    public async Task<IReadOnlyList<FoundEntry>> FindEntriesAsync(long fromIndex, int atMost, CancellationToken cancel)
    {
        IEnumerable<EntryRow> rows = await reader.Connection.QueryAsync<EntryRow>(
            database.Command("check-entries", new { from_index = fromIndex, at_most = atMost }, cancel));
        return [.. rows.Select(r => r.ToFound())];
    }

    public Task<long?> FindIndexAsync(RequestKey key, CancellationToken cancel) =>
        reader.Connection.QuerySingleOrDefaultAsync<long?>(database.Command(
            "find-entry-index",
            new { force = key.Force, source_system = key.SourceSystem, request_id = key.RequestId },
            cancel));

    public ValueTask DisposeAsync()
    {
        reader.Dispose();
        return ValueTask.CompletedTask;
    }

    private StoredCheckpoint? FindCheckpoint(long? size)
    {
        using DbDataReader row = reader.Query("find-checkpoint", "size").Read(size ?? long.MaxValue);
        return row.Read() && (size is null || row.GetInt64(0) == size) ? new StoredCheckpoint(row.GetInt64(0), row.GetString(1)) : null;
    }
}
