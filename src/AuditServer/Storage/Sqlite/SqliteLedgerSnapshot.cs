using System.Data.Common;
using AuditCore.Ledger;
using AuditServer.Ledger;
using AuditServer.Sequencing;
using Dapper;

namespace AuditServer.Storage.Sqlite;

/// <summary>The log with its proofs at one moment of the file.</summary>
internal sealed class SqliteLedgerSnapshot(SqliteDatabase database, DbConnection connection, DbTransaction transaction, LogHead head)
    : ILedgerSnapshot
{
    public LogHead Head => head;

    public async ValueTask<IReadOnlyDictionary<TileId, HashTile>> ReadTilesAsync(IReadOnlyCollection<TileId> tiles, CancellationToken cancel)
    {
        var found = new Dictionary<TileId, HashTile>(tiles.Count);
        foreach (TileId id in tiles)
        {
            byte[]? hashes = await connection.QuerySingleOrDefaultAsync<byte[]>(
                database.Command("read-tile", new { level = id.Level, tile_index = id.Index }, cancel, transaction));
            if (hashes is not null)
            {
                found.Add(id, new HashTile(id, hashes));
            }
        }

        return found;
    }

    public async Task<IReadOnlyList<HashTile>> ReadTilesAsync(TileId? after, int atMost, CancellationToken cancel)
    {
        TileId last = after ?? new TileId(0, -1);
        IEnumerable<(int Level, long Index, byte[] Hashes)> rows = await connection.QueryAsync<(int, long, byte[])>(database.Command(
            "read-tiles-after", new { level = last.Level, tile_index = last.Index, at_most = atMost }, cancel, transaction));
        return [.. rows.Select(r => new HashTile(new TileId(r.Level, r.Index), r.Hashes))];
    }

    public async Task<StoredCheckpoint?> FindCheckpointAsync(long? size, CancellationToken cancel)
    {
        StoredCheckpoint? found = await connection.QuerySingleOrDefaultAsync<StoredCheckpoint>(
            database.Command("find-checkpoint", new { size = size ?? long.MaxValue }, cancel, transaction));
        return size is null || found?.Size == size ? found : null;
    }

    public async Task<IReadOnlyList<KeptCheckpoint>> ReadCheckpointsAsync(KeptCheckpoint? after, int atMost, CancellationToken cancel) =>
    [
        .. await connection.QueryAsync<KeptCheckpoint>(database.Command(
            "read-checkpoints", new { size = after?.Size ?? -1, version = after?.Version ?? 0, at_most = atMost }, cancel, transaction)),
    ];

    public async Task<IReadOnlyList<StoredEntry>> ReadEntriesAsync(long fromIndex, int atMost, CancellationToken cancel)
    {
        IEnumerable<EntryRow> rows = await connection.QueryAsync<EntryRow>(
            database.Command("read-entries", new { from_index = fromIndex, at_most = atMost }, cancel, transaction));
        return [.. rows.Select(r => r.ToEntry())];
    }

    public async Task<IReadOnlyList<StoredEntry>> ReadEntriesAsync(SourceName source, long fromIndex, int atMost, CancellationToken cancel)
    {
        IEnumerable<EntryRow> rows = await connection.QueryAsync<EntryRow>(database.Command(
            "read-source-entries",
            new { force = source.Force, source_system = source.SourceSystem, from_index = fromIndex, at_most = atMost },
            cancel,
            transaction));
        return [.. rows.Select(r => r.ToEntry())];
    }

    public async Task<IReadOnlyList<FoundEntry>> FindEntriesAsync(long fromIndex, int atMost, CancellationToken cancel)
    {
        IEnumerable<EntryRow> rows = await connection.QueryAsync<EntryRow>(
            database.Command("check-entries", new { from_index = fromIndex, at_most = atMost }, cancel, transaction));
        return [.. rows.Select(r => r.ToFound())];
    }

    public Task<long?> FindIndexAsync(RequestKey key, CancellationToken cancel) =>
        connection.QuerySingleOrDefaultAsync<long?>(database.Command(
            "find-entry-index",
            new { force = key.Force, source_system = key.SourceSystem, request_id = key.RequestId },
            cancel,
            transaction));

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }
}
