using AuditCore.Ledger;
using AuditServer.Ledger;
using AuditServer.Sequencing;

namespace AuditServer.Storage.SqlServer;

/// <summary>The log with its proofs at one moment of the database.</summary>
internal sealed class SqlServerLedgerSnapshot(SqlServerSession snapshot, LogHead head) : ILedgerSnapshot
{
    public LogHead Head => head;

    public ValueTask<IReadOnlyDictionary<TileId, HashTile>> ReadTilesAsync(IReadOnlyCollection<TileId> tiles, CancellationToken cancel) =>
        SqlServerTiles.ReadAsync(snapshot, tiles, cancel);

    public Task<IReadOnlyList<HashTile>> ReadTilesAsync(TileId? after, int atMost, CancellationToken cancel) =>
        SqlServerTiles.ReadAsync(snapshot, after, atMost, cancel);

    public async Task<StoredCheckpoint?> FindCheckpointAsync(long? size, CancellationToken cancel)
    {
        StoredCheckpoint? found = await snapshot.FindAsync<StoredCheckpoint>(Statements.FindCheckpoint.With(size ?? long.MaxValue), cancel);
        return size is null || found?.Size == size ? found : null;
    }

    public async Task<IReadOnlyList<KeptCheckpoint>> ReadCheckpointsAsync(KeptCheckpoint? after, int atMost, CancellationToken cancel) =>
    [
        .. await snapshot.ReadAsync<KeptCheckpoint>(
            Statements.ReadCheckpoints.With(after?.Size ?? -1, after?.Version ?? 0, atMost), cancel),
    ];

    public async Task<IReadOnlyList<StoredEntry>> ReadEntriesAsync(long fromIndex, int atMost, CancellationToken cancel) =>
        [.. (await snapshot.ReadAsync<EntryRow>(Statements.ReadEntries.With(fromIndex, atMost), cancel)).Select(r => r.ToEntry())];

    public async Task<IReadOnlyList<StoredEntry>> ReadEntriesAsync(SourceName source, long fromIndex, int atMost, CancellationToken cancel)
    {
        BoundStatement read = Statements.ReadSourceEntries.With(source.Force, source.SourceSystem, fromIndex, atMost);
        return [.. (await snapshot.ReadAsync<EntryRow>(read, cancel)).Select(r => r.ToEntry())];
    }

    public async Task<IReadOnlyList<FoundEntry>> FindEntriesAsync(long fromIndex, int atMost, CancellationToken cancel) =>
        [.. (await snapshot.ReadAsync<EntryRow>(Statements.CheckEntries.With(fromIndex, atMost), cancel)).Select(r => r.ToFound())];

    public Task<long?> FindIndexAsync(RequestKey key, CancellationToken cancel) =>
        snapshot.FindAsync<long?>(Statements.FindEntryIndex.With(key.Force, key.SourceSystem, key.RequestId), cancel);

    public ValueTask DisposeAsync() => snapshot.DisposeAsync();
}
