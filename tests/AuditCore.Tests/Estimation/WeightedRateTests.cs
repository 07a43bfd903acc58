using AuditCore.Estimation;

namespace AuditCore.Tests.Estimation;

public class WeightedRateTests
{
    private static readonly GroupVolume[] Volumes = [new("violence", 300), new("other", 100)];

    [Fact]
    public void One_group_alone_has_the_rate_and_error_of_that_group()
    {
        ReportCounts[] reports = [new(1, 1), new(2, 1), new(1, 1), new(0, 0), new(1, 0)];
        RateEstimate alone = RatioEstimator.Estimate([new("s", 60, reports)]);

        WeightedRateEstimate weighted = WeightedRateEstimator.Estimate([new("violence", 12_345)], [Grouped("s", 60, ("violence", reports))]);

        Assert.Equal(alone.Ratio, weighted.Rate);
        Vectors.Near(alone.StandardError!.Value, weighted.StandardError!.Value, 1e-14);
        Assert.Equal(alone.DegreesOfFreedom, weighted.DegreesOfFreedom);
    }

    [Fact]
    public void The_rate_is_the_harmonic_mean_by_volume()
    {
        WeightedRateEstimate estimate = WeightedRateEstimator.Estimate(
            Volumes, [Grouped("s", 60, ("violence", [new(1, 1), new(1, 0)]), ("other", [new(2, 2), new(1, 1)]))]);

        Vectors.Near(400 / (600d + 100), estimate.Rate!.Value, 1e-15);
        Assert.Equal((0.5, 1d), (estimate.GroupRates["violence"], estimate.GroupRates["other"]));
        Assert.Equal(400, estimate.Volume);
    }

    [Fact]
    public void All_recorded_is_degenerate()
    {
        WeightedRateEstimate estimate = WeightedRateEstimator.Estimate(
            Volumes, [Grouped("s", 60, ("violence", [new(1, 1), new(1, 1)]), ("other", [new(2, 2), new(0, 0)]))]);

        Assert.Equal((1d, 0d, EstimateReason.Degenerate), (estimate.Rate, estimate.StandardError, estimate.Reason));
        Assert.Equal(BinomialIntervals.ClopperPearson(4, 4), estimate.Intervals.Chosen);
    }

    [Fact]
    public void A_group_with_a_volume_but_nothing_required_or_recorded_is_named()
    {
        WeightedRateEstimate required = WeightedRateEstimator.Estimate(
            Volumes, [Grouped("s", 60, ("violence", [new(1, 1), new(1, 0)]), ("other", [new(0, 0), new(0, 0)]))]);
        WeightedRateEstimate recorded = WeightedRateEstimator.Estimate(
            Volumes, [Grouped("s", 60, ("violence", [new(1, 0), new(1, 0)]), ("other", [new(1, 1), new(0, 0)]))]);

        Assert.Equal((null, EstimateReason.NothingRequired, "other"), (required.Rate, required.Reason, Assert.Single(required.Concerned)));
        Assert.Equal((null, EstimateReason.NothingRecorded, "violence"), (recorded.Rate, recorded.Reason, Assert.Single(recorded.Concerned)));
    }

    [Fact]
    public void A_group_without_volume_does_not_count()
    {
        GroupedStratum stratum = Grouped("s", 60, ("violence", [new(1, 1), new(1, 0)]), ("other", [new(0, 0), new(0, 0)]));

        WeightedRateEstimate estimate = WeightedRateEstimator.Estimate([new("violence", 300), new("other", 0)], [stratum]);

        Assert.Equal((0.5, 2L), (estimate.Rate, estimate.DenominatorInSample));
    }

    [Fact]
    public void Census_single_reports_and_blanks_have_their_reasons()
    {
        GroupedStratum Of(string name, long size, params ReportCounts[] reports) => Grouped(name, size, ("violence", reports));
        EstimateReason Reason(params GroupedStratum[] strata) => WeightedRateEstimator.Estimate([new("violence", 5)], strata).Reason;

        Assert.Equal(EstimateReason.Census, Reason(Of("s", 2, new(1, 1), new(1, 0))));
        Assert.Equal(EstimateReason.NoDegreesOfFreedom, Reason(Of("s", 2, new ReportCounts(1, 1))));
        Assert.Equal(EstimateReason.SingletonStratum, Reason(Of("s", 5, new(1, 1), new(1, 0)), Of("t", 5, new ReportCounts(1, 1))));
        Assert.Equal(EstimateReason.UnreviewedStratum, Reason(Of("s", 5, new(1, 1), new(1, 0)), Of("t", 5)));
    }

    [Fact]
    public void Everything_wrong_with_groups_is_named_at_once()
    {
        ArgumentException e = Assert.Throws<ArgumentException>(() => WeightedRateEstimator.Estimate(
            [new("violence", -1), new("violence", 0), new("other", 0)],
            [Grouped("s", 60, ("violence", [new(1, 2)]), ("fraud", [new(1, 1), new(1, 1)]))]));

        string[] problems =
        [
            "no group has a volume above 0", "group 'violence' has a volume of -1", "group 'violence' has more than one volume",
            "stratum 's' has no counts of group 'other'", "stratum 's' group 'fraud' has no volume",
            "stratum 's' group 'violence' has 1 reports, another group of the stratum 2", "group 'violence' report 1 has a numerator of 2",
        ];
        Assert.All(problems, problem => Assert.Contains(problem, e.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Not_recorded_grows_without_bound_as_the_rate_falls()
    {
        Assert.Equal(300, NotRecorded.Of(100, 0.25));
        Assert.Equal(0, NotRecorded.Of(100, 1));
        Assert.Null(NotRecorded.Of(100, 0));
        Assert.Null(NotRecorded.Of(1e300, 1e-300));
        Assert.Equal(new NotRecordedRange(100, null), NotRecorded.Range(100, new Interval(-0.1, 0.5)));
        Assert.Equal(new NotRecordedRange(100, 300), NotRecorded.Range(100, new Interval(0.25, 0.5)));
        Assert.Throws<ArgumentOutOfRangeException>(() => NotRecorded.Of(0, 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => NotRecorded.Of(1, double.NaN));
    }

    private static GroupedStratum Grouped(string name, long size, params (string Group, ReportCounts[] Reports)[] groups) =>
        new(name, size, groups.ToDictionary(g => g.Group, g => (IReadOnlyList<ReportCounts>)g.Reports));
}
