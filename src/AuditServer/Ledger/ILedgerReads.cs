using AuditCore.Ledger;
using AuditServer.Sequencing;

namespace AuditServer.Ledger;

/// <summary>What reading the log with its proofs needs of an engine.</summary>
internal interface ILedgerReads
{
    /// <summary>Begins a reading of which everything is of one moment, while writing goes on.</summary>
    ValueTask<ILedgerSnapshot> SnapshotAsync(CancellationToken cancel);
}

/// <summary>The log, its tree and its checkpoints as of one moment.</summary>
internal interface ILedgerSnapshot : ITileReader, IAsyncDisposable
{
    /// <summary>Where the log ends, with the root of its tree.</summary>
    LogHead Head { get; }

    /// <summary>The latest checkpoint of a size, or of all; null when there is none.</summary>
    Task<StoredCheckpoint?> FindCheckpointAsync(long? size, CancellationToken cancel);

    /// <summary>Checkpoints after one, smallest first; from the first on where none is named.</summary>
    Task<IReadOnlyList<KeptCheckpoint>> ReadCheckpointsAsync(KeptCheckpoint? after, int atMost, CancellationToken cancel);

    /// <summary>Tiles after one, level by level: to hold what is kept against what must be.</summary>
    Task<IReadOnlyList<HashTile>> ReadTilesAsync(TileId? after, int atMost, CancellationToken cancel);

    /// <summary>Entries from an index on, in the order of the log.</summary>
    Task<IReadOnlyList<StoredEntry>> ReadEntriesAsync(long fromIndex, int atMost, CancellationToken cancel);

    /// <summary>Entries of a sending system from an index on, in the order of the log.</summary>
    Task<IReadOnlyList<StoredEntry>> ReadEntriesAsync(SourceName source, long fromIndex, int atMost, CancellationToken cancel);

    /// <summary>Entries from an index on as their rows are found, those too of which something is missing.</summary>
    Task<IReadOnlyList<FoundEntry>> FindEntriesAsync(long fromIndex, int atMost, CancellationToken cancel);

    /// <summary>The index of the entry that holds a request key; null when none does.</summary>
    Task<long?> FindIndexAsync(RequestKey key, CancellationToken cancel);
}
