using CrimeAudit.V1;

namespace CrimeAudit.Client;

/// <summary>What a bundle proves. Made only of a bundle of which everything was verified.</summary>
public sealed record BundleReport
{
    /// <summary>The audit.</summary>
    public required string AuditId { get; init; }

    /// <summary>Its plan, as logged.</summary>
    public required AuditPlan Plan { get; init; }

    /// <summary>How far the audit has gone.</summary>
    public required AuditState State { get; init; }

    /// <summary>The signed state of the log under which every step is proved.</summary>
    public required LogCheckpoint Checkpoint { get; init; }

    /// <summary>Index and kind of every step, in the order of the log.</summary>
    public required IReadOnlyList<BundleStep> Steps { get; init; }

    /// <summary>What makes it believable that nobody picked the sample.</summary>
    public required SeedGuarantee Guarantee { get; init; }

    /// <summary>Who withheld a secret past the time to reveal it, which voided the audit; otherwise nobody.</summary>
    public required IReadOnlyList<SeedParty> WithheldBy { get; init; }

    /// <summary>The frame as frozen; null before the freeze.</summary>
    public required Frame? Frame { get; init; }

    /// <summary>The strata in plan order, with what was drawn and reviewed of each.</summary>
    public required IReadOnlyList<BundleStratum> Strata { get; init; }

    /// <summary>
    /// The final estimate, computed anew from the reviews and equal to the one logged to the last digit; null unless the audit is final.
    /// </summary>
    public required EstimateRecordingRateResponse? Estimate { get; init; }

    /// <summary>
    /// Which share of cancelled crimes and N100s was right, as told with the final estimate: computed anew and equal likewise; null unless the
    /// audit is final and its plan has strata of them.
    /// </summary>
    public required EstimateClassificationResponse? Classification { get; init; }

    /// <summary>
    /// Whether it is proved that no step is kept back: the step that made the audit final holds a digest of all others. Of an audit that
    /// is not final, steps can be missing.
    /// </summary>
    public bool IsWhole => State == AuditState.Final;
}
