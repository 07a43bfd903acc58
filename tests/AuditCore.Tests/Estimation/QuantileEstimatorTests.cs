using AuditCore.Estimation;

namespace AuditCore.Tests.Estimation;

public class QuantileEstimatorTests
{
    [Fact]
    public void Of_reports_that_weigh_alike_the_quantile_is_the_smallest_value_that_so_many_do_not_exceed()
    {
        // 1 to 10: the median of an even number is the lower of the two in the middle, for it is a value that was seen.
        ValuedStratum[] strata = [Stratum("s", 1_000, Enumerable.Range(1, 10).Select(i => (double)i))];

        IReadOnlyList<QuantileEstimate> quantiles = QuantileEstimator.Of(strata, [10, 25, 50, 51, 75, 90, 99]);

        Assert.Equal([1, 3, 5, 6, 8, 9, 10], quantiles.Select(q => q.Value));
    }

    [Fact]
    public void A_stratum_counts_as_its_share_of_the_frame_and_not_as_its_sample()
    {
        // One crime a report: 900 of the frame take 2 hours, 100 take 50; the sample has as many of each.
        ValuedStratum[] strata = [Stratum("many", 900, Enumerable.Repeat(2.0, 10)), Stratum("few", 100, Enumerable.Repeat(50.0, 10))];

        IReadOnlyList<QuantileEstimate> quantiles = QuantileEstimator.Of(strata, [50, 90, 91]);

        // Exactly nine tenths are up to 2 hours: weights are not rounded.
        Assert.Equal([2, 2, 50], quantiles.Select(q => q.Value));
        Assert.Equal(0.9, QuantileEstimator.ShareUpTo(strata, 2).Ratio);
    }

    [Fact]
    public void An_interval_holds_the_values_at_the_ends_of_the_interval_of_the_share()
    {
        double[] hours = [.. Enumerable.Range(1, 200).Select(i => (double)i)];
        ValuedStratum[] strata = [Stratum("s", 100_000, hours)];

        QuantileEstimate median = QuantileEstimator.Of(strata, [50])[0];

        // Woodruff: the share up to the median is 100 of 200, and its interval by Korn and Graubard is turned back into values.
        Interval share = QuantileEstimator.ShareUpTo(strata, 100).Intervals.KornGraubard!;
        Assert.Equal((50, 100.0), (median.Percent, median.Value));
        Assert.Equal((Math.Ceiling(200 * share.Lower), Math.Ceiling(200 * share.Upper)), (median.Lower, median.Upper));
        Assert.InRange(median.Lower!.Value, 84, 90);
        Assert.InRange(median.Upper!.Value, 111, 117);
    }

    [Fact]
    public void Crimes_of_one_report_stand_and_fall_together_so_the_interval_is_wider_than_of_as_many_alone()
    {
        double[] hours = [.. Enumerable.Range(1, 200).Select(i => (double)i)];
        QuantileEstimate alone = QuantileEstimator.Of([Stratum("s", 100_000, hours)], [50])[0];
        QuantileEstimate clustered = QuantileEstimator.Of([new ValuedStratum("s", 100_000, [.. hours.Chunk(10)])], [50])[0];

        Assert.Equal(alone.Value, clustered.Value);
        Assert.True(clustered.Upper - clustered.Lower > 2 * (alone.Upper - alone.Lower));
    }

    [Fact]
    public void Reports_without_a_value_stay_in_the_design_and_change_no_quantile()
    {
        double[] hours = [.. Enumerable.Range(1, 40).Select(i => (double)i)];
        IReadOnlyList<double>[] reports = [.. hours.Select(h => new[] { h }), .. Enumerable.Repeat(Array.Empty<double>(), 40)];

        QuantileEstimate half = QuantileEstimator.Of([new ValuedStratum("s", 1_000, reports)], [50])[0];

        Assert.Equal(20, half.Value);
        Assert.NotNull(half.Lower);
    }

    [Fact]
    public void A_census_and_a_sample_of_one_value_have_no_interval_and_an_unreviewed_stratum_and_no_value_no_quantile()
    {
        Assert.Equal([new QuantileEstimate(50, 2, null, null)], QuantileEstimator.Of([Stratum("s", 3, [1, 2, 3])], [50]));
        Assert.Equal([new QuantileEstimate(50, 7, null, null)], QuantileEstimator.Of([Stratum("s", 300, [7, 7, 7])], [50]));
        Assert.Empty(QuantileEstimator.Of([Stratum("s", 300, [7, 8]), Stratum("t", 20, [])], [50]));
        Assert.Empty(QuantileEstimator.Of([new ValuedStratum("s", 300, [[], []])], [50]));
    }

    [Fact]
    public void What_is_no_percent_or_no_number_is_refused()
    {
        Assert.Throws<ArgumentException>(() => QuantileEstimator.Of([Stratum("s", 300, [7])], [0]));
        Assert.Throws<ArgumentException>(() => QuantileEstimator.Of([Stratum("s", 300, [7])], [100]));
        Assert.Throws<ArgumentException>(() => QuantileEstimator.Of([Stratum("s", 300, [double.NaN])], [50]));
    }

    /// <summary>One crime a report.</summary>
    private static ValuedStratum Stratum(string name, long size, IEnumerable<double> values) =>
        new(name, size, [.. values.Select(v => new[] { v })]);
}
