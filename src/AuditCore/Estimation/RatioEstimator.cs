namespace AuditCore.Estimation;

/// <summary>
/// The audit's estimator: a ratio of weighted totals over a stratified random sample of reports, each report a cluster of 0, 1 or many
/// crimes.
/// </summary>
/// <remarks>
/// <para>With w_h = N_h / m_h: R = ΣΣ w y / ΣΣ w x over <b>all</b> reviewed reports (Cochran 1977, Sampling Techniques, ch. 6, §6.10–6.12:
/// combined ratio estimate).</para>
/// <para>Linearised, u_hi = w_h (y_hi − R x_hi) / X̂ and Var(R) = Σ_h (1 − m_h/N_h) · m_h/(m_h − 1) · Σ_i (u_hi − ū_h)², df = Σ(m_h − 1).
/// The same as <c>svyratio</c> with <c>fpc</c> in Lumley's R package survey.</para>
/// <para>For a domain (violence, an area) give x and y of that domain only, for every reviewed report: the weights stay those of the draw.</para>
/// </remarks>
public static class RatioEstimator
{
    private const int X = 0;
    private const int Y = 1;

    /// <summary>Estimates a rate.</summary>
    /// <param name="strata">All strata of the draw, at least one; names unique. Neither their order nor that of the reports matters.</param>
    /// <param name="options">Level and low-count threshold; null means <see cref="EstimationOptions.Default"/>.</param>
    /// <returns>The estimate, or what of it is defined and the reason for the rest.</returns>
    /// <exception cref="ArgumentException">
    /// No strata, a name missing or repeated, a negative size or count, more reports than the frame holds, or a numerator above its
    /// denominator; the message names everything wrong.
    /// </exception>
    public static RateEstimate Estimate(IReadOnlyList<Stratum> strata, EstimationOptions? options = null)
    {
        DesignCheck.ThrowIfWrong(strata);
        SampleDesign design = new(strata.Select(s => StratumSums.Of(s.Name, s.FrameSize, s.Reports.Count, [s.Reports])));
        options ??= EstimationOptions.Default;
        if (design.Unreviewed.Count > 0)
            return Without(design, EstimateReason.UnreviewedStratum, design.Unreviewed, options);

        Fraction denominator = design.Total(X);
        RateEstimate totals = Without(design, EstimateReason.NothingRequired, [], options) with
        {
            TotalDenominator = denominator.ToDouble(),
            TotalNumerator = design.Total(Y).ToDouble(),
        };
        return denominator.IsZero ? totals : WithRatio(totals, design, design.Total(Y) / denominator, options);
    }

    private static RateEstimate WithRatio(RateEstimate totals, SampleDesign design, Fraction ratio, EstimationOptions options)
    {
        RateEstimate rated = totals with { Ratio = ratio.ToDouble() };
        switch (VarianceRefusal.Of(design))
        {
            case EstimateReason.Census:
                return rated with { Reason = EstimateReason.Census, StandardError = 0 };
            case EstimateReason.NoDegreesOfFreedom:
                return totals with { Reason = EstimateReason.NoDegreesOfFreedom, StrataConcerned = design.Singletons };
            case EstimateReason.SingletonStratum:
                return rated with { Reason = EstimateReason.SingletonStratum, StrataConcerned = design.Singletons };
        }
        Fraction perCrime = Fraction.One / design.Total(X);
        double variance = design.Variance([-(ratio * perCrime), perCrime]);
        RateIntervals intervals = IntervalBuilder.Of(ratio, variance, totals.DegreesOfFreedom, totals.DenominatorInSample, options.Level);
        return rated with
        {
            Reason = intervals.Method == IntervalMethod.ClopperPearson ? EstimateReason.Degenerate : EstimateReason.None,
            StandardError = Math.Sqrt(variance),
            Intervals = intervals,
        };
    }

    private static RateEstimate Without(SampleDesign design, EstimateReason reason, IReadOnlyList<string> strata, EstimationOptions options) => new()
    {
        Reason = reason,
        StrataConcerned = strata,
        Ratio = null,
        StandardError = null,
        DegreesOfFreedom = design.DegreesOfFreedom,
        DenominatorInSample = design.InSample(X),
        NumeratorInSample = design.InSample(Y),
        TotalDenominator = null,
        TotalNumerator = null,
        Intervals = RateIntervals.Absent(options.Level),
        IsLowCount = design.InSample(X) < options.LowCountBelow,
    };
}
