namespace AuditCore.Estimation;

/// <summary>One stratum of an audit while not everything about it is decided.</summary>
/// <param name="Name">Unique among the strata of one estimate.</param>
/// <param name="FrameSize">N.</param>
/// <param name="Decided">Reports whose review stands.</param>
/// <param name="Undecided">Of each report that is disputed or awaits another review, the crimes below the line as first decided.</param>
/// <param name="Unavailable">Reports that cannot be had; others stand in for them, and nothing is known of them.</param>
public sealed record UnsettledStratum(
    string Name, long FrameSize, IReadOnlyList<ReportCounts> Decided, IReadOnlyList<int> Undecided, int Unavailable);
