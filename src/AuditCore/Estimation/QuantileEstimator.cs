namespace AuditCore.Estimation;

/// <summary>
/// Quantiles of a value over the crimes of a frame, from a stratified sample of reports with 0, 1 or many crimes each.
/// </summary>
/// <remarks>
/// <para>With weights w = N / m, the smallest value v at which F(v) = ΣΣ w·[value ≤ v] / ΣΣ w reaches the share: the inverse of the weighted
/// distribution function (definition 1 of Hyndman and Fan 1996, The American Statistician 50:361–365; <c>qrule = "math"</c> of
/// <c>svyquantile</c> in R's survey package). It is a value that was seen, whatever gaps there are between them.</para>
/// <para>Interval: that of the rate F(v), by <see cref="RatioEstimator"/> clustered by report, turned back into values (Woodruff 1952,
/// Journal of the American Statistical Association 47:635–646). None for a census, which has no sampling error, and none where all of it
/// falls on a single value.</para>
/// </remarks>
public static class QuantileEstimator
{
    /// <summary>The method by name and source.</summary>
    public const string Method =
        "quantiles: inverse of the weighted distribution function (Hyndman and Fan 1996, definition 1), intervals by Woodruff (1952) from those of the " +
        "shares at them";

    /// <summary>Estimates quantiles.</summary>
    /// <param name="strata">All strata of the draw, at least one; names unique.</param>
    /// <param name="percents">Which quantiles, each 1 to 99.</param>
    /// <param name="options">Level; null means <see cref="EstimationOptions.Default"/>.</param>
    /// <returns>A quantile for each percent; none where no report has a value, or a stratum with units has no reviewed report.</returns>
    /// <exception cref="ArgumentException">A percent or a value is out of range, or as for <see cref="RatioEstimator.Estimate"/>.</exception>
    public static IReadOnlyList<QuantileEstimate> Of(
        IReadOnlyList<ValuedStratum> strata, IReadOnlyList<int> percents, EstimationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(strata);
        ArgumentNullException.ThrowIfNull(percents);
        if (percents.Any(p => p is < 1 or > 99) || strata.Any(s => s.Reports.Any(r => r.Any(v => !double.IsFinite(v)))))
            throw new ArgumentException("A percent is not from 1 to 99, or a value is no number.");
        WeightedValues values = new(strata);
        RateEstimate all = ShareUpTo(strata, double.MaxValue, options);
        return all.Ratio is null ? [] : [.. percents.Select(p => Estimate(strata, values, p, options))];
    }

    /// <summary>The estimated share of values up to a bound.</summary>
    /// <param name="strata">All strata of the draw, at least one; names unique.</param>
    /// <param name="bound">The bound.</param>
    /// <param name="options">Level; null means <see cref="EstimationOptions.Default"/>.</param>
    /// <returns>The rate of values that do not exceed the bound.</returns>
    /// <exception cref="ArgumentException">As for <see cref="RatioEstimator.Estimate"/>.</exception>
    public static RateEstimate ShareUpTo(IReadOnlyList<ValuedStratum> strata, double bound, EstimationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(strata);
        return RatioEstimator.Estimate(
            [.. strata.Select(s => new Stratum(s.Name, s.FrameSize, [.. s.Reports.Select(r => new ReportCounts(r.Count, r.Count(v => v <= bound)))]))],
            options);
    }

    private static QuantileEstimate Estimate(IReadOnlyList<ValuedStratum> strata, WeightedValues values, int percent, EstimationOptions? options)
    {
        double value = values.At(new Fraction(percent, 100));
        if (ShareUpTo(strata, value, options).Intervals.Chosen is not { } share)
            return new QuantileEstimate(percent, value, null, null);
        // An interval of shares that leaves out the one asked for would not hold the quantile either.
        double lower = Math.Min(value, values.At(share.Lower));
        double upper = Math.Max(value, values.At(share.Upper));
        return lower < upper ? new QuantileEstimate(percent, value, lower, upper) : new QuantileEstimate(percent, value, null, null);
    }
}
