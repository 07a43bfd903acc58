using CrimeAudit.V1;

namespace AuditCore.Estimation;

/// <summary>
/// The recording rate of an audit as the contract tells it. Who serves an estimate and who checks one afterwards compute it here, so
/// they agree to the last digit or not at all.
/// </summary>
public static class RecordingRate
{
    /// <summary>How the rate is estimated, in words.</summary>
    public const string Method =
        "Stratified ratio estimate clustered by report, linearised variance with finite population correction; outcomes by " + ReviewOutcomes.Version;

    /// <summary>Estimates on every basis. Where there is no estimate, the counts are told all the same, with the reason.</summary>
    /// <param name="strata">The strata in a domain.</param>
    /// <param name="options">Level and low-count threshold.</param>
    /// <returns>Estimates, counts, level and method; nothing of whether the audit is settled, nor of when it was asked.</returns>
    /// <exception cref="ArgumentException">As <see cref="RatioEstimator.Estimate"/>.</exception>
    public static EstimateRecordingRateResponse Of(IReadOnlyList<CountedStratum> strata, EstimationOptions options)
    {
        var response = new EstimateRecordingRateResponse
        {
            Recorded = On(strata, c => c.AtAll, options),
            RecordedCorrectly = On(strata, c => c.Correctly, options),
            InTimeOfRecorded = On(strata, c => c.InTimeOfRecorded, options),
            ConfidenceLevel = options.Level,
            Method = Method,
        };
        response.Strata.AddRange(strata.Select(s => s.ToMessage()));
        return response;
    }

    private static RatioEstimate On(IReadOnlyList<CountedStratum> strata, Func<ReviewCounts, ReportCounts> basis, EstimationOptions options) =>
        RatioEstimator.Estimate(CountedStratum.OnBasis(strata, basis), options).ToMessage();
}
