namespace AuditCore.Estimation;

/// <summary>The force-wide rate from the rates of offence groups and the volumes of crime recorded in them.</summary>
/// <remarks>
/// <para>A group with V_g recorded crimes at rate p_g required T_g = V_g / p_g, so p = ΣV_g / Σ(V_g / p_g): a harmonic mean. (The mean
/// weighted by recorded volume overstates: it gives the groups that record badly too little weight.)</para>
/// <para>The groups are domains of the same reports, hence correlated; by the delta method the variance is that of the linearised values
/// u_hi = (p²/V) Σ_g (V_g/p_g²) · w_h (y_g,hi − p_g x_g,hi) / X̂_g, by the stratified formula of <see cref="RatioEstimator"/> (Cochran 1977,
/// ch. 6; Woodruff 1971, JASA 66, for combining linearised values).</para>
/// </remarks>
public static class WeightedRateEstimator
{
    /// <summary>Estimates a force-wide rate.</summary>
    /// <param name="volumes">Recorded crime by group, at least one above 0. A group of volume 0 is left out.</param>
    /// <param name="strata">All strata of the draw, with the counts of every group in <paramref name="volumes"/>.</param>
    /// <param name="options">Level and low-count threshold; null means <see cref="EstimationOptions.Default"/>.</param>
    /// <returns>The estimate, or what of it is defined and the reason for the rest.</returns>
    /// <exception cref="ArgumentException">
    /// As <see cref="RatioEstimator.Estimate"/>; also a group without volume or counts, a negative volume, or lists of unequal length.
    /// </exception>
    public static WeightedRateEstimate Estimate(
        IReadOnlyList<GroupVolume> volumes, IReadOnlyList<GroupedStratum> strata, EstimationOptions? options = null)
    {
        DesignCheck.ThrowIfWrong(volumes, strata);
        List<GroupVolume> used = [.. volumes.Where(v => v.Volume > 0)];
        SampleDesign design = new(strata.Select(s => StratumSums.Of(s.Name, s.FrameSize, s.Reviewed, [.. used.Select(v => s.Groups[v.Group])])));
        options ??= EstimationOptions.Default;
        if (design.Unreviewed.Count > 0)
            return Without(design, used, EstimateReason.UnreviewedStratum, design.Unreviewed, options);

        GroupShare[] shares = [.. used.Select((v, g) => new GroupShare(v, design.Total(2 * g), design.Total((2 * g) + 1)))];
        WeightedRateEstimate rates = Without(design, used, EstimateReason.None, [], options) with
        {
            GroupRates = shares.ToDictionary(s => s.Group, s => s.IsRequired ? s.Rate.ToDouble() : (double?)null, StringComparer.Ordinal),
        };
        if (Array.Exists(shares, s => !s.IsRequired))
            return rates with { Reason = EstimateReason.NothingRequired, Concerned = [.. shares.Where(s => !s.IsRequired).Select(s => s.Group)] };
        if (Array.Exists(shares, s => s.Rate.IsZero))
            return rates with { Reason = EstimateReason.NothingRecorded, Concerned = [.. shares.Where(s => s.Rate.IsZero).Select(s => s.Group)] };
        return WithRate(rates, design, shares, options);
    }

    private static WeightedRateEstimate WithRate(WeightedRateEstimate rates, SampleDesign design, GroupShare[] shares, EstimationOptions options)
    {
        Fraction volume = rates.Volume;
        Fraction rate = volume / shares.Aggregate(Fraction.Zero, (sum, s) => sum + (s.Volume / s.Rate));
        WeightedRateEstimate rated = rates with { Rate = rate.ToDouble() };
        switch (VarianceRefusal.Of(design))
        {
            case EstimateReason.Census:
                return rated with { Reason = EstimateReason.Census, StandardError = 0 };
            case EstimateReason.NoDegreesOfFreedom:
                return rates with { Reason = EstimateReason.NoDegreesOfFreedom, Concerned = design.Singletons };
            case EstimateReason.SingletonStratum:
                return rated with { Reason = EstimateReason.SingletonStratum, Concerned = design.Singletons };
        }
        double variance = design.Variance([.. shares.SelectMany(s => s.Linearised(rate * rate / volume))]);
        RateIntervals intervals = IntervalBuilder.Of(rate, variance, rates.DegreesOfFreedom, rates.DenominatorInSample, options.Level);
        return rated with
        {
            Reason = intervals.Method == IntervalMethod.ClopperPearson ? EstimateReason.Degenerate : EstimateReason.None,
            StandardError = Math.Sqrt(variance),
            Intervals = intervals,
        };
    }

    private static WeightedRateEstimate Without(
        SampleDesign design, List<GroupVolume> used, EstimateReason reason, IReadOnlyList<string> concerned, EstimationOptions options)
    {
        long inSample = used.Select((_, g) => design.InSample(2 * g)).Sum();
        return new WeightedRateEstimate
        {
            Reason = reason,
            Concerned = concerned,
            Rate = null,
            StandardError = null,
            DegreesOfFreedom = design.DegreesOfFreedom,
            DenominatorInSample = inSample,
            Volume = used.Sum(v => v.Volume),
            GroupRates = used.ToDictionary(v => v.Group, _ => (double?)null, StringComparer.Ordinal),
            Intervals = RateIntervals.Absent(options.Level),
            IsLowCount = inSample < options.LowCountBelow,
        };
    }
}
