using AuditServer.Sequencing;

namespace AuditServer.Rates;

/// <summary>What live rates need of an engine.</summary>
internal interface IRateReads
{
    /// <summary>The live counts that a question is about, in one snapshot.</summary>
    ValueTask<LiveCounts> ReadAsync(AccountedForQuestion question, long nowMicros, CancellationToken cancel);
}

/// <summary>Live counts of a force at one moment.</summary>
/// <param name="Rollups">The counts by cell.</param>
/// <param name="Pending">How many of the open crimes are not yet due, by cell.</param>
/// <param name="Sources">When each sending system was last heard of.</param>
/// <param name="Head">Where the log ended.</param>
internal sealed record LiveCounts(
    IReadOnlyList<RollupRow> Rollups, IReadOnlyList<PendingRow> Pending, IReadOnlyList<SourceRow> Sources, LogHead Head);

/// <summary>A live count.</summary>
internal sealed record RollupRow
{
    public long Month { get; init; }

    public long Class { get; init; }

    public long Counted { get; init; }

    public long Number { get; init; }
}

/// <summary>Open alleged or presumed crimes of a cell whose deadline is still ahead.</summary>
internal sealed record PendingRow
{
    public long Month { get; init; }

    public long Class { get; init; }

    /// <summary>1 for presumed crimes, 0 for alleged ones.</summary>
    public long Presumed { get; init; }

    public long Number { get; init; }
}

/// <summary>When a sending system was last heard of.</summary>
internal sealed record SourceRow
{
    public string SourceSystem { get; init; } = "";

    public long LastAcceptedMicros { get; init; }

    public long? LastEventMicros { get; init; }
}
