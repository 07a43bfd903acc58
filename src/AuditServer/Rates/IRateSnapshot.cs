using AuditCore.Recording;
using AuditServer.Audits;
using AuditServer.Sequencing;

namespace AuditServer.Rates;

/// <summary>The live counts at one moment. Disposing ends it.</summary>
internal interface IRateSnapshot : IAsyncDisposable
{
    /// <summary>Where the log ended.</summary>
    LogHead Head { get; }

    /// <summary>What the log is known again by at an entry; null when there is no such entry, or it is damaged.</summary>
    ValueTask<LogMark?> FindMarkAsync(long entryIndex, CancellationToken cancel);

    /// <summary>The marks of a force's months, in order. A month without one never had a count.</summary>
    ValueTask<IReadOnlyList<MonthMark>> ReadMarksAsync(string force, MonthRange months, CancellationToken cancel);

    /// <summary>Counts by cell.</summary>
    ValueTask<IReadOnlyList<RollupRow>> ReadCellsAsync(string force, MonthRange months, CancellationToken cancel);

    /// <summary>Counts by the values of a further dimension, over the months together.</summary>
    ValueTask<IReadOnlyList<ValueRow>> ReadValuesAsync(string force, RollupDimension dimension, MonthRange months, CancellationToken cancel);

    /// <summary>Open crimes that are not yet due, by cell.</summary>
    ValueTask<IReadOnlyList<PendingRow>> ReadPendingAsync(string force, MonthRange months, long nowMicros, CancellationToken cancel);

    /// <summary>Open crimes that are not yet due, by what their reports say of a further dimension.</summary>
    ValueTask<IReadOnlyList<PendingValueRow>> ReadPendingByValueAsync(
        string force, RollupDimension dimension, MonthRange months, long nowMicros, CancellationToken cancel);

    /// <summary>When each sending system of a force was last heard of.</summary>
    ValueTask<IReadOnlyList<SourceRow>> ReadSourcesAsync(string force, CancellationToken cancel);
}
