namespace AuditCore.Estimation;

/// <summary>One stratum of an audit as the estimator sees it: how many units the frame holds, and what the reviewed ones showed.</summary>
/// <param name="Name">Unique among the strata of one estimate.</param>
/// <param name="FrameSize">N: reports of this stratum in the frozen frame; 0 means an empty stratum, which contributes nothing.</param>
/// <param name="Reports">The m reviewed reports, all of them, those without a crime too; m is at most N.</param>
public sealed record Stratum(string Name, long FrameSize, IReadOnlyList<ReportCounts> Reports);
