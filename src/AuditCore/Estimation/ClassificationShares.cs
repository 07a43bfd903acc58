using CrimeAudit.V1;

namespace AuditCore.Estimation;

/// <summary>
/// Which share of cancelled crimes, and of N100s, was right. They answer another question than a recording rate and are never mixed with
/// one, nor with each other.
/// </summary>
public static class ClassificationShares
{
    /// <summary>How the shares are estimated, in words.</summary>
    public const string Method =
        "Stratified estimate of a share, linearised variance with finite population correction, each record one; verdicts by " + RecordVerdicts.Version;

    /// <summary>Estimates both, overall and by stratum; what the design has no stratum of is absent.</summary>
    /// <param name="design">All strata; those of reports are left out, singletons are merged as the plan declared.</param>
    /// <param name="options">Level and low-count threshold.</param>
    /// <returns>Shares, counts, level and method; nothing of whether the audit is settled, nor of when it was asked.</returns>
    /// <exception cref="ArgumentException">A review of a record is one of a report.</exception>
    public static EstimateClassificationResponse Of(ReviewedDesign design, EstimationOptions options)
    {
        ArgumentNullException.ThrowIfNull(design);
        ArgumentNullException.ThrowIfNull(options);
        ReviewedDesign cancelled = design.Of(Population.CancelledCrimes).Merged();
        ReviewedDesign n100s = design.Of(Population.N100S).Merged();
        return new EstimateClassificationResponse
        {
            CancelledCrimes = Estimate(cancelled.Strata, options),
            N100S = Estimate(n100s.Strata, options),
            ConfidenceLevel = options.Level,
            Method = Method,
            MergedStrata = { cancelled.Merges, n100s.Merges },
        };
    }

    private static ClassificationEstimate? Estimate(IReadOnlyList<ReviewedStratum> strata, EstimationOptions options) => strata.Count == 0 ? null : new()
    {
        Right = Share(strata, RecordVerdicts.Right, options),
        RightUnderCode = Share(strata, RecordVerdicts.RightUnderCode, options),
        Strata = { strata.Select(s => ToMessage(s, options)) },
    };

    private static ClassificationStratum ToMessage(ReviewedStratum stratum, EstimationOptions options) => new()
    {
        Stratum = stratum.Name,
        FrameSize = stratum.FrameSize,
        Drawn = stratum.Drawn,
        Reviewed = stratum.Reviews.Count,
        Right = Counted(stratum, RecordVerdicts.Right).Sum(c => c.Numerator),
        RightUnderCode = Counted(stratum, RecordVerdicts.RightUnderCode).Sum(c => c.Numerator),
        Estimate = Share([stratum], RecordVerdicts.Right, options),
    };

    private static RatioEstimate Share(IReadOnlyList<ReviewedStratum> strata, Func<RecordVerdict, ReportCounts> basis, EstimationOptions options) =>
        RatioEstimator.Estimate([.. strata.Select(s => new Stratum(s.Name, s.FrameSize, [.. Counted(s, basis)]))], options).ToMessage();

    private static IEnumerable<ReportCounts> Counted(ReviewedStratum stratum, Func<RecordVerdict, ReportCounts> basis) =>
        stratum.Reviews.Select(r => basis(RecordVerdicts.Of(r)));
}
