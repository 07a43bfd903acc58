using AuditCore.Estimation;
using CsCheck;

namespace AuditCore.Tests.Estimation;

/// <summary>What holds of every design, degenerate ones included.</summary>
public class EstimatorPropertyTests
{
    private static readonly Gen<ReportCounts> Report =
        from x in Gen.Frequency((6, Gen.Int[0, 2]), (1, Gen.Int[0, 2_000_000_000]))
        from y in Gen.Frequency((2, Gen.Const(x)), (1, Gen.Int[0, x]))
        select new ReportCounts(x, y);

    private static readonly Gen<(long Extra, ReportCounts[] Reports)> Size =
        Gen.Select(Gen.Frequency((1, Gen.Const(0L)), (3, Gen.Long[0, 50]), (1, Gen.Long[0, 4_000_000_000])), Report.Array[0, 12]);

    private static readonly Gen<Stratum[]> Strata =
        Size.Array[1, 4].Select(sizes => sizes.Select((s, i) => new Stratum($"s{i}", s.Reports.Length + s.Extra, s.Reports)).ToArray());

    private static readonly Gen<double> Level = Gen.OneOf(Gen.Const(0.95), Gen.Const(0.5), Gen.Const(0.999999), Gen.Double[0.5, 0.999]);

    [Fact]
    public void Intervals_hold_the_estimate_have_width_and_are_finite() => Gen.Select(Strata, Level).Sample((strata, level) =>
    {
        RateEstimate estimate = RatioEstimator.Estimate(strata, new EstimationOptions { Level = level });

        foreach (double? value in new[] { estimate.Ratio, estimate.StandardError, estimate.TotalDenominator, estimate.TotalNumerator, estimate.Intervals.EffectiveSampleSize })
            Assert.True(value is null || (double.IsFinite(value.Value) && value >= 0));
        RateIntervals all = estimate.Intervals;
        foreach (Interval interval in new[] { all.Wald, all.WaldClamped, all.Logit, all.KornGraubard, all.Exact, all.Chosen }.OfType<Interval>())
            Assert.True(interval.Lower < interval.Upper && interval.Contains(estimate.Ratio!.Value), $"{interval} {estimate.Ratio}");
        foreach (Interval interval in new[] { all.WaldClamped, all.Logit, all.KornGraubard, all.Exact }.OfType<Interval>())
            Assert.True(interval.Lower >= 0 && interval.Upper <= 1, $"{interval}");
        Assert.Equal(estimate.Reason is EstimateReason.None or EstimateReason.Degenerate, all.Chosen is not null);
        Assert.Equal(estimate.Reason is EstimateReason.None, all.KornGraubard is not null && all.Logit is not null && estimate.StandardError > 0);
    }, iter: 3000);

    [Fact]
    public void The_order_of_reports_and_strata_changes_nothing() => Gen.Select(Strata, Gen.Int).Sample((strata, seed) =>
    {
        Random random = new(seed);
        Stratum[] shuffled = [.. strata.Select(s => s with { Reports = Shuffled(s.Reports, random) })];
        random.Shuffle(shuffled);

        RateEstimate one = RatioEstimator.Estimate(strata);
        RateEstimate other = RatioEstimator.Estimate(shuffled);

        Assert.Equal((one.Reason, one.Ratio, one.TotalDenominator), (other.Reason, other.Ratio, other.TotalDenominator));
        SameRelative(one.StandardError, other.StandardError);
    });

    [Fact]
    public void Counting_every_crime_k_times_changes_neither_rate_nor_error() => Gen.Select(Small, Gen.Int[2, 7]).Sample((strata, k) =>
    {
        RateEstimate one = RatioEstimator.Estimate(strata);
        RateEstimate times = RatioEstimator.Estimate(
            [.. strata.Select(s => s with { Reports = [.. s.Reports.Select(r => new ReportCounts(k * r.Denominator, k * r.Numerator))] })]);

        Assert.Equal(one.Ratio, times.Ratio);
        SameRelative(one.StandardError, times.StandardError);
    });

    [Fact]
    public void The_rate_of_misses_is_the_rest_with_the_same_error() => Small.Sample(strata =>
    {
        RateEstimate hits = RatioEstimator.Estimate(strata);
        RateEstimate misses = RatioEstimator.Estimate(
            [.. strata.Select(s => s with { Reports = [.. s.Reports.Select(r => new ReportCounts(r.Denominator, r.Denominator - r.Numerator))] })]);

        if (hits.Ratio is double ratio)
            Assert.Equal(1, ratio + misses.Ratio!.Value, 1e-15);
        SameRelative(hits.StandardError, misses.StandardError);
        if (hits.Intervals.KornGraubard is Interval interval)
            Assert.Equal(1 - interval.Upper, misses.Intervals.KornGraubard!.Lower, 1e-12);
    });

    [Fact]
    public void A_higher_level_gives_a_wider_interval() => Gen.Select(Small, Gen.Double[0.5, 0.99]).Sample((strata, level) =>
    {
        Interval? narrow = RatioEstimator.Estimate(strata, new EstimationOptions { Level = level }).Intervals.Logit;
        Interval? wide = RatioEstimator.Estimate(strata, new EstimationOptions { Level = level + 0.005 }).Intervals.Logit;

        // A quantile of one degree of freedom can drive an end to the limit of what numbers can tell: then both are there.
        Assert.True(narrow is null || wide!.Lower < narrow.Lower || narrow.Lower < 1e-15);
        Assert.True(narrow is null || wide!.Upper > narrow.Upper || narrow.Upper > 1 - 1e-15);
    });

    private static Gen<Stratum[]> Small =>
        Gen.Select(Gen.Long[0, 40], Gen.Select(Gen.Int[0, 3], Gen.Int[0, 3]).Array[1, 9]).Array[1, 3].Select(sizes => sizes.Select((s, i) =>
            new Stratum($"s{i}", s.Item2.Length + s.Item1, [.. s.Item2.Select(r => new ReportCounts(Math.Max(r.Item1, r.Item2), r.Item2))])).ToArray());

    private static ReportCounts[] Shuffled(IReadOnlyList<ReportCounts> reports, Random random)
    {
        ReportCounts[] copy = [.. reports];
        random.Shuffle(copy);
        return copy;
    }

    private static void SameRelative(double? one, double? other)
    {
        Assert.Equal(one is null, other is null);
        if (one is double value)
            Vectors.Near(value, other!.Value, 1e-12);
    }
}
