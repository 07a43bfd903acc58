using System.Collections.Immutable;
using AuditServer.Sequencing;

namespace AuditServer.Rates;

/// <summary>Live counts of a force at one moment.</summary>
/// <param name="Rollups">The counts by cell; of several months together, in month 0, where the question is not by month.</param>
/// <param name="Pending">How many of the open crimes are not yet due, by cell.</param>
/// <param name="ByValue">The counts by the values of the further dimension asked for; none without one.</param>
/// <param name="PendingByValue">How many of the open crimes are not yet due, by these values; of qualifiers, by all of a report together.</param>
/// <param name="Sources">When each sending system was last heard of.</param>
/// <param name="Head">Where the log ended.</param>
internal sealed record LiveCounts(
    ImmutableArray<RollupRow> Rollups,
    IReadOnlyList<PendingRow> Pending,
    ImmutableArray<ValueRow> ByValue,
    IReadOnlyList<PendingValueRow> PendingByValue,
    IReadOnlyList<SourceRow> Sources,
    LogHead Head);

/// <summary>A live count.</summary>
internal sealed record RollupRow
{
    public long Month { get; init; }

    public long Class { get; init; }

    public long Counted { get; init; }

    public long Number { get; init; }
}

/// <summary>A live count by a further dimension.</summary>
internal sealed record ValueRow
{
    public string Value { get; init; } = "";

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

    /// <summary>The first of their deadlines.</summary>
    public long NextDeadlineMicros { get; init; }
}

/// <summary>Open alleged or presumed crimes whose deadline is still ahead, by a further dimension.</summary>
internal sealed record PendingValueRow
{
    /// <summary>As it is stored: a channel as its number, qualifiers each between spaces.</summary>
    public string Value { get; init; } = "";

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
