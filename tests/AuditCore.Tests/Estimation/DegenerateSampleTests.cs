using AuditCore.Estimation;
using static AuditCore.Tests.Estimation.Designs;

namespace AuditCore.Tests.Estimation;

/// <summary>Samples that say less than they seem to.</summary>
public class DegenerateSampleTests
{
    [Fact]
    public void An_all_pass_sample_has_no_variance_and_an_exact_interval_on_its_crimes()
    {
        RateEstimate estimate = RatioEstimator.Estimate([Stratum("s1", 977, (1, 1).Times(7)), Stratum("s2", 31, [(3, 3), (2, 2), (0, 0)])]);

        Assert.Equal((1, 0d, EstimateReason.Degenerate), (estimate.Ratio, estimate.StandardError, estimate.Reason));
        Assert.Equal(IntervalMethod.ClopperPearson, estimate.Intervals.Method);
        Assert.Equal(BinomialIntervals.ClopperPearson(12, 12), estimate.Intervals.Chosen);
        Assert.Equal(estimate.Intervals.Exact, estimate.Intervals.Chosen);
        Assert.Null(estimate.Intervals.Wald);
        Assert.Null(estimate.Intervals.WaldClamped);
        Assert.Null(estimate.Intervals.Logit);
        Assert.Null(estimate.Intervals.KornGraubard);
        Assert.Null(estimate.Intervals.EffectiveSampleSize);
    }

    [Fact]
    public void An_all_fail_sample_has_an_exact_interval_that_starts_at_zero()
    {
        RateEstimate estimate = RatioEstimator.Estimate([Stratum("s1", 1000, (1, 0).Times(5))]);

        Assert.Equal((0, 0d, EstimateReason.Degenerate), (estimate.Ratio, estimate.StandardError, estimate.Reason));
        Assert.Equal(BinomialIntervals.ClopperPearson(0, 5), estimate.Intervals.Chosen);
    }

    [Fact]
    public void The_same_third_in_every_report_has_exactly_no_variance_whatever_the_weights()
    {
        RateEstimate estimate = RatioEstimator.Estimate(
            [Stratum("s1", 977, [(3, 1), (6, 2), (0, 0), (9, 3)]), Stratum("s2", 10_007, [(3, 1), (3, 1), (12, 4)])]);

        Assert.Equal((1d / 3, 0d, EstimateReason.Degenerate), (estimate.Ratio, estimate.StandardError, estimate.Reason));
        Assert.Equal(BinomialIntervals.ClopperPearson(12, 36), estimate.Intervals.Chosen);
    }

    [Fact]
    public void Strata_that_differ_but_vary_in_nothing_have_exactly_no_variance()
    {
        RateEstimate estimate = RatioEstimator.Estimate([Stratum("s1", 700, (1, 1).Times(7)), Stratum("s2", 900, (1, 0).Times(11))]);

        Assert.Equal((0.4375, 0d, EstimateReason.Degenerate), (estimate.Ratio, estimate.StandardError, estimate.Reason));
        Assert.Equal(BinomialIntervals.ClopperPearson(8, 18), estimate.Intervals.Chosen);
    }

    [Fact]
    public void One_crime_in_the_sample_is_degenerate()
    {
        RateEstimate estimate = RatioEstimator.Estimate([Stratum("s1", 50, [(1, 1), (0, 0), (0, 0)])]);

        Assert.Equal(EstimateReason.Degenerate, estimate.Reason);
        Assert.Equal(BinomialIntervals.ClopperPearson(1, 1), estimate.Intervals.Chosen);
    }

    [Fact]
    public void A_census_has_a_rate_and_a_standard_error_of_zero_but_no_sampling_interval()
    {
        RateEstimate estimate = RatioEstimator.Estimate([Stratum("s1", 2, [(2, 1), (1, 1)]), Stratum("s2", 1, [(1, 0)])]);

        Assert.Equal((0.5, 0d, EstimateReason.Census), (estimate.Ratio, estimate.StandardError, estimate.Reason));
        Assert.Equal(new RateIntervals { Level = 0.95 }, estimate.Intervals);
    }

    [Fact]
    public void A_census_stratum_adds_nothing_to_the_variance_of_the_others()
    {
        Stratum sampled = Stratum("s1", 90, [(1, 1), (1, 0), (2, 1)]);
        RateEstimate census = RatioEstimator.Estimate([sampled, Stratum("s2", 2, [(1, 1), (1, 0)])]);

        double weight = 30;
        double total = (weight * 4) + 2;
        double rate = ((weight * 2) + 1) / total;
        double[] u = [weight * (1 - rate) / total, weight * -rate / total, weight * (1 - (2 * rate)) / total];
        double mean = u.Average();
        double variance = (1 - (3 / 90d)) * 1.5 * u.Sum(v => (v - mean) * (v - mean));
        Vectors.Near(Math.Sqrt(variance), census.StandardError!.Value, 1e-12);
        Assert.Equal(EstimateReason.None, census.Reason);
    }

    [Fact]
    public void A_single_report_of_a_larger_stratum_refuses_a_variance_and_names_the_stratum()
    {
        RateEstimate estimate = RatioEstimator.Estimate([Stratum("s1", 90, [(1, 1), (1, 0)]), Stratum("lone", 40, [(1, 1)])]);

        Assert.Equal(EstimateReason.SingletonStratum, estimate.Reason);
        Assert.Equal(["lone"], estimate.StrataConcerned);
        Vectors.Near(85d / 130, estimate.Ratio!.Value, 1e-15);
        Assert.Null(estimate.StandardError);
        Assert.Equal(new RateIntervals { Level = 0.95 }, estimate.Intervals);
    }

    [Fact]
    public void Single_reports_everywhere_give_no_estimate()
    {
        RateEstimate estimate = RatioEstimator.Estimate([Stratum("s1", 90, [(1, 1)]), Stratum("s2", 1, [(1, 0)])]);

        Assert.Equal((null, null, EstimateReason.NoDegreesOfFreedom, 0L), (estimate.Ratio, estimate.StandardError, estimate.Reason, estimate.DegreesOfFreedom));
        Assert.Equal(["s1"], estimate.StrataConcerned);
        Assert.Equal(91, estimate.TotalDenominator);
    }

    [Fact]
    public void Nothing_required_gives_no_estimate()
    {
        RateEstimate estimate = RatioEstimator.Estimate([Stratum("s1", 90, (0, 0).Times(9))]);

        Assert.Equal((null, null, EstimateReason.NothingRequired), (estimate.Ratio, estimate.StandardError, estimate.Reason));
        Assert.Equal((0d, 0d, 0L, true), (estimate.TotalDenominator, estimate.TotalNumerator, estimate.DenominatorInSample, estimate.IsLowCount));
        Assert.Null(estimate.Intervals.Chosen);
    }

    [Fact]
    public void A_stratum_without_any_review_gives_no_estimate_and_is_named()
    {
        RateEstimate estimate = RatioEstimator.Estimate([Stratum("s1", 90, (1, 1).Times(9)), Stratum("blank", 5)]);

        Assert.Equal((null, EstimateReason.UnreviewedStratum, null), (estimate.Ratio, estimate.Reason, estimate.TotalDenominator));
        Assert.Equal(["blank"], estimate.StrataConcerned);
    }

    [Fact]
    public void An_empty_stratum_changes_nothing()
    {
        Stratum[] strata = [Stratum("s1", 90, [(1, 1), (1, 0), (2, 2)])];

        RateEstimate with = RatioEstimator.Estimate([.. strata, Stratum("empty", 0)]);

        Assert.Equal(RatioEstimator.Estimate(strata) with { StrataConcerned = [] }, with with { StrataConcerned = [] });
    }

    [Fact]
    public void Fewer_than_thirty_crimes_are_low_and_the_threshold_can_be_chosen()
    {
        Stratum[] At(int crimes) => [Stratum("s1", 90, [.. (1, 1).Times(crimes - 1), (1, 0)])];

        Assert.True(RatioEstimator.Estimate(At(29)).IsLowCount);
        Assert.False(RatioEstimator.Estimate(At(30)).IsLowCount);
        Assert.False(RatioEstimator.Estimate(At(29), new EstimationOptions { LowCountBelow = 29 }).IsLowCount);
    }

    [Fact]
    public void Everything_wrong_with_a_design_is_named_at_once()
    {
        ArgumentException e = Assert.Throws<ArgumentException>(() => RatioEstimator.Estimate(
            [Stratum("a", 1, [(1, 2), (0, -1)]), Stratum("a", -3)]));

        Assert.Contains("stratum 'a' is given more than once", e.Message, StringComparison.Ordinal);
        Assert.Contains("stratum 'a' has 2 reviewed reports, more than its frame of 1", e.Message, StringComparison.Ordinal);
        Assert.Contains("stratum 'a' has a frame size of -3", e.Message, StringComparison.Ordinal);
        Assert.Contains("report 1 has a numerator of 2, more than its denominator of 1", e.Message, StringComparison.Ordinal);
        Assert.Contains("report 2 has counts 0 and -1", e.Message, StringComparison.Ordinal);
        Assert.Contains("there are no strata", Assert.Throws<ArgumentException>(() => RatioEstimator.Estimate([])).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.49)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void A_level_out_of_range_is_refused(double level) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new EstimationOptions { Level = level });
}
