using AuditCore.Ledger;
using AuditServer.Audits;
using AuditServer.Incidents;
using AuditServer.Ledger;
using AuditServer.Rates;
using AuditServer.Redactions;
using AuditServer.Security.Accesses;
using AuditServer.Sequencing;
using AuditServer.Storage;

namespace AuditServer.Tests.Sequencing;

/// <summary>
/// A log in memory whose engine fails when the test says so: with a TimeoutException it lost a turn, with an
/// InsufficientMemoryException it is full, with an IOException it is out of reach.
/// </summary>
internal sealed class FakeLog : ILogStore, IStorageFailures
{
    private readonly TaskCompletionSource opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What was made durable.</summary>
    public List<Entry> Entries { get; } = [];

    /// <summary>The tiles that were made durable.</summary>
    public Dictionary<TileId, HashTile> Tiles { get; } = [];

    /// <summary>The root that was made durable last.</summary>
    public byte[] Root { get; private set; } = TreeHash.Empty;

    /// <summary>How many turns were made durable.</summary>
    public int Commits { get; private set; }

    /// <summary>What the coming turns fail with, one each.</summary>
    public Queue<Exception> Failures { get; } = [];

    /// <summary>What the coming commits fail with after they took effect, one each.</summary>
    public Queue<Exception> LostAnswers { get; } = [];

    /// <summary>How many turns were begun.</summary>
    public int Turns { get; private set; }

    /// <summary>Lets turns begin; until then what is queued gathers.</summary>
    public void Open() => opened.TrySetResult();

    public async ValueTask<ILogTurn> TakeTurnAsync(CancellationToken cancel)
    {
        await opened.Task;
        Turns++;
        return Failures.TryDequeue(out Exception? failure) ? throw failure : new FakeTurn(this);
    }

    public bool IsCorrupt(Exception exception) => false;

    public StorageFailure Of(Exception exception) => exception switch
    {
        TimeoutException => StorageFailure.Lost,
        InsufficientMemoryException => StorageFailure.Full,
        IOException => StorageFailure.Unavailable,
        _ => StorageFailure.None,
    };

    private sealed class FakeTurn(FakeLog log) : ILogTurn, ILedgerWrites
    {
        private readonly List<HashTile> grown = [];
        private readonly List<Entry> pending = [];

        public LogHead Head { get; } = new(log.Entries.Count, log.Entries.Count == 0 ? 0 : log.Entries[^1].AcceptedMicros, log.Root);

        public IIncidentWrites Incidents => throw new NotSupportedException();

        public IAuditWrites Audits => throw new NotSupportedException();

        public IVolumeWrites Volumes => throw new NotSupportedException();

        public ILedgerWrites Ledger => this;

        public IPublicTableWrites PublicTables => throw new NotSupportedException();

        public IRedactionWrites Redactions => throw new NotSupportedException();

        public IAccessWrites Accesses => throw new NotSupportedException();

        public ValueTask<IReadOnlyDictionary<RequestKey, KnownEntry>> FindEntriesAsync(
            IReadOnlyCollection<RequestKey> keys, CancellationToken cancel) =>
            ValueTask.FromResult<IReadOnlyDictionary<RequestKey, KnownEntry>>(log.Entries.Where(e => keys.Contains(e.Key))
                .ToDictionary(e => e.Key, e => new KnownEntry(e.Index, e.AcceptedMicros, e.Payload)));

        public ValueTask AppendAsync(IReadOnlyList<Entry> entries, CancellationToken cancel)
        {
            pending.AddRange(entries);
            return ValueTask.CompletedTask;
        }

        public ValueTask CommitAsync(LogHead head, CancellationToken cancel)
        {
            log.Entries.AddRange(pending);
            grown.ForEach(t => log.Tiles[t.Id] = t);
            log.Root = head.Root!;
            log.Commits++;
            return log.LostAnswers.TryDequeue(out Exception? lost) ? throw lost : ValueTask.CompletedTask;
        }

        public ValueTask<IReadOnlyDictionary<TileId, HashTile>> ReadTilesAsync(IReadOnlyCollection<TileId> tiles, CancellationToken cancel) =>
            ValueTask.FromResult<IReadOnlyDictionary<TileId, HashTile>>(
                tiles.Where(log.Tiles.ContainsKey).ToDictionary(id => id, id => log.Tiles[id]));

        public ValueTask<long> ReadTreeSizeAsync(CancellationToken cancel) => ValueTask.FromResult((long)log.Entries.Count);

        public ValueTask SaveTilesAsync(IReadOnlyList<HashTile> tiles, CancellationToken cancel)
        {
            grown.AddRange(tiles);
            return ValueTask.CompletedTask;
        }

        public ValueTask AddCheckpointAsync(StoredCheckpoint checkpoint, CancellationToken cancel) => ValueTask.CompletedTask;

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
