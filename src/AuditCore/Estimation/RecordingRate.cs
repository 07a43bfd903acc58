using CrimeAudit.V1;

namespace AuditCore.Estimation;

/// <summary>
/// The recording rate of an audit, on every basis. Who serves an estimate and who checks one afterwards compute it here, so they agree to
/// the last digit or not at all.
/// </summary>
/// <param name="Recorded">Required crimes recorded at all.</param>
/// <param name="Correctly">Required crimes recorded in the right class.</param>
/// <param name="InTime">Recorded crimes recorded within the deadline.</param>
/// <param name="Strata">The counts behind it.</param>
/// <param name="Merges">Strata taken together with others, as the plan declared.</param>
/// <param name="Level">Confidence level.</param>
public sealed record RecordingRate(
    RateEstimate Recorded,
    RateEstimate Correctly,
    RateEstimate InTime,
    IReadOnlyList<CountedStratum> Strata,
    IReadOnlyList<MergedStratum> Merges,
    double Level)
{
    /// <summary>How the rate is estimated, in words.</summary>
    public const string Method =
        "Stratified ratio estimate clustered by report, linearised variance with finite population correction; outcomes by " + ReviewOutcomes.Version;

    /// <summary>Estimates on every basis in a domain. Where there is no estimate, the counts are told all the same, with the reason.</summary>
    /// <param name="design">The strata asked for; those that hold no reports are left out, singletons are merged as the plan declared.</param>
    /// <param name="domain">Which crimes count.</param>
    /// <param name="options">Level and low-count threshold.</param>
    /// <returns>The rate.</returns>
    /// <exception cref="ArgumentException">As <see cref="RatioEstimator.Estimate"/>.</exception>
    public static RecordingRate Of(ReviewedDesign design, ReviewDomain domain, EstimationOptions options)
    {
        ArgumentNullException.ThrowIfNull(design);
        ArgumentNullException.ThrowIfNull(options);
        ReviewedDesign merged = design.OfReports().Merged();
        IReadOnlyList<CountedStratum> strata = CountedStratum.Of(merged, domain);
        return new RecordingRate(
            On(strata, c => c.AtAll, options),
            On(strata, c => c.Correctly, options),
            On(strata, c => c.InTimeOfRecorded, options),
            strata,
            merged.Merges,
            options.Level);
    }

    /// <summary>The rate as the contract tells it.</summary>
    /// <returns>Estimates, counts, level and method; nothing of whether the audit is settled, nor of when it was asked.</returns>
    public EstimateRecordingRateResponse ToMessage() => new()
    {
        Recorded = Recorded.ToMessage(),
        RecordedCorrectly = Correctly.ToMessage(),
        InTimeOfRecorded = InTime.ToMessage(),
        ConfidenceLevel = Level,
        Method = Method,
        Strata = { Strata.Select(s => s.ToMessage()) },
        MergedStrata = { Merges },
    };

    private static RateEstimate On(IReadOnlyList<CountedStratum> strata, Func<ReviewCounts, ReportCounts> basis, EstimationOptions options) =>
        RatioEstimator.Estimate(CountedStratum.OnBasis(strata, basis), options);
}
