using AuditCore.Estimation;
using static AuditCore.Tests.Estimation.Designs;

namespace AuditCore.Tests.Estimation;

public class RateComparisonTests
{
    private const double FromHalfWidth = 1.959963984540054;

    /// <summary>Newcombe 1998, Statistics in Medicine 17:873–890, table II: method 10 of the contrasts (a) to (h).</summary>
    [Theory]
    [InlineData(56, 70, 48, 80, 0.0524, 0.3339)]
    [InlineData(9, 10, 3, 10, 0.1705, 0.8090)]
    [InlineData(6, 7, 2, 7, 0.0582, 0.8062)]
    [InlineData(5, 56, 0, 29, -0.0381, 0.1926)]
    [InlineData(0, 10, 0, 20, -0.1611, 0.2775)]
    [InlineData(0, 10, 0, 10, -0.2775, 0.2775)]
    [InlineData(10, 10, 0, 20, 0.6791, 1.0000)]
    [InlineData(10, 10, 0, 10, 0.6075, 1.0000)]
    public void Plain_counts_are_compared_as_Newcombe_published(long k1, long n1, long k2, long n2, double lower, double upper)
    {
        // The paper takes the second from the first.
        RateDifference difference = RateComparison.OfCounts(k2, n2, k1, n1);

        Assert.Equal(ComparisonMethod.NewcombeHybridScore, difference.Method);
        Assert.Equal(((double)k1 / n1) - ((double)k2 / n2), difference.Difference);
        Assert.Equal(lower, difference.Interval!.Lower, 0.00006);
        Assert.Equal(upper, difference.Interval.Upper, 0.00006);
        RateDifference turned = RateComparison.OfCounts(k1, n1, k2, n2);
        Assert.Equal(-difference.Interval.Upper, turned.Interval!.Lower, 1e-15);
        Assert.Equal(difference.PValue!.Value, turned.PValue!.Value, 1e-15);
    }

    [Theory]
    [InlineData(48, 80, 56, 70)]
    [InlineData(3, 10, 9, 10)]
    [InlineData(289, 379, 126, 138)]
    [InlineData(900, 1000, 100, 1000)]
    public void The_p_of_plain_counts_is_where_their_interval_just_reaches_zero(long k1, long n1, long k2, long n2)
    {
        double p = RateComparison.OfCounts(k1, n1, k2, n2).PValue!.Value;
        Assert.InRange(p, double.Epsilon, 0.05);
        if (p > 2e-6)
        {
            Interval edge = RateComparison.OfCounts(k1, n1, k2, n2, 1 - p).Interval!;
            Assert.Equal(0, Math.Min(Math.Abs(edge.Lower), Math.Abs(edge.Upper)), 1e-9);
        }
    }

    [Fact]
    public void Equal_counts_have_a_p_of_one() => Assert.Equal(1, RateComparison.OfCounts(3, 10, 6, 20).PValue);

    /// <summary>
    /// HMICFRS published 80.4 % ± 1.75 for 2017 and 87.9 % for 2019. The half-width of 2019 is not among the published results at
    /// hand; the difference is significant with any that an audit of that size could have.
    /// </summary>
    [Theory]
    [InlineData(1.75, 5.025171742232718, 9.974828257767282)]
    [InlineData(3.00, null, null)]
    [InlineData(7.00, null, null)]
    public void Thames_Valley_recorded_significantly_more_in_2019_than_in_2017(double halfWidth2019, double? lower, double? upper)
    {
        RateDifference difference = RateComparison.OfStandardErrors(
            (0.804, 0.0175 / FromHalfWidth), (0.879, halfWidth2019 / 100 / FromHalfWidth));

        Assert.Equal(0.075, difference.Difference!.Value, 1e-12);
        Assert.True(difference.Interval!.Lower > 0);
        Assert.InRange(difference.PValue!.Value, 0, 0.05);
        if (lower is not null)
        {
            Assert.Equal(lower.Value / 100, difference.Interval.Lower, 1e-6);
            Assert.Equal(upper!.Value / 100, difference.Interval.Upper, 1e-6);
        }
    }

    [Fact]
    public void On_the_logit_scale_the_odds_are_compared_and_the_difference_stays_beside_them()
    {
        RateDifference logit = RateComparison.OfStandardErrors((0.8, 0.02), (0.9, 0.015), scale: ComparisonScale.Logit);

        double error = Math.Sqrt(Math.Pow(0.02 / 0.16, 2) + Math.Pow(0.015 / 0.09, 2));
        Assert.Equal((ComparisonMethod.LogitStandardErrors, 0.1), (logit.Method, Math.Round(logit.Difference!.Value, 12)));
        Assert.Equal(2.25, logit.OddsRatio!.Value, 1e-12);
        Assert.Equal(2.25 * Math.Exp(-FromHalfWidth * error), logit.OddsRatioInterval!.Lower, 1e-9);
        Assert.Equal(2.25 * Math.Exp(FromHalfWidth * error), logit.OddsRatioInterval.Upper, 1e-9);
        RateDifference plain = RateComparison.OfStandardErrors((0.8, 0.02), (0.9, 0.015));
        Assert.Null(plain.OddsRatio);
        Assert.NotEqual(plain.PValue, logit.PValue);
    }

    [Fact]
    public void Samples_without_variation_or_of_few_crimes_and_two_censuses_are_compared_by_their_counts()
    {
        RateEstimate sampled = RatioEstimator.Estimate([Stratum("s", 900, [.. (1, 1).Times(40), .. (1, 0).Times(20)])]);
        RateEstimate census = RatioEstimator.Estimate([Stratum("s", 60, [.. (1, 1).Times(50), .. (1, 0).Times(10)])]);
        RateEstimate allRecorded = RatioEstimator.Estimate([Stratum("s", 900, (1, 1).Times(60))]);
        RateEstimate few = RatioEstimator.Estimate([Stratum("s", 900, [.. (1, 1).Times(4), .. (1, 0).Times(3)])]);

        Assert.Equal(ComparisonMethod.StandardErrors, RateComparison.Of(sampled, sampled).Method);
        foreach ((RateEstimate one, RateEstimate other, EstimateReason reason) in new[]
        {
            (sampled, allRecorded, EstimateReason.Degenerate), (sampled, few, EstimateReason.None), (census, census, EstimateReason.Census),
            (census, few, EstimateReason.None), (census, allRecorded, EstimateReason.Degenerate),
        })
        {
            RateDifference difference = RateComparison.Of(one, other);
            Assert.Equal((ComparisonMethod.NewcombeHybridScore, reason), (difference.Method, difference.Reason));
            Assert.Equal(
                RateComparison.OfCounts(one.NumeratorInSample, one.DenominatorInSample, other.NumeratorInSample, other.DenominatorInSample).Interval,
                difference.Interval);
        }
    }

    [Fact]
    public void A_census_on_one_side_keeps_its_rate_and_adds_no_error()
    {
        // Weighted apart in two strata, so that the counts of the sample alone would give another rate.
        RateEstimate sampled = RatioEstimator.Estimate(
            [Stratum("s", 900, [.. (1, 1).Times(40), .. (1, 0).Times(20)]), Stratum("t", 90, [.. (1, 1).Times(10), .. (1, 0).Times(20)])]);
        RateEstimate census = RatioEstimator.Estimate([Stratum("s", 7, [.. (1, 1).Times(5), .. (1, 0).Times(2)])]);

        RateDifference difference = RateComparison.Of(sampled, census);

        Assert.Equal((ComparisonMethod.StandardErrors, EstimateReason.Census), (difference.Method, difference.Reason));
        Assert.Equal((sampled.Ratio, census.Ratio), (difference.First, difference.Second));
        Assert.Equal(FromHalfWidth * sampled.StandardError!.Value, difference.Interval!.Upper - difference.Difference!.Value, 1e-9);
        Assert.Equal(Quantile.TwoSided(difference.Difference.Value / sampled.StandardError.Value), difference.PValue!.Value, 1e-12);
        RateDifference turned = RateComparison.Of(census, sampled);
        Assert.Equal((-difference.Difference, difference.PValue), (turned.Difference, turned.PValue));
    }

    [Fact]
    public void A_census_that_recorded_everything_is_compared_by_rates_but_has_no_odds()
    {
        RateEstimate sampled = RatioEstimator.Estimate([Stratum("s", 900, [.. (1, 1).Times(40), .. (1, 0).Times(20)])]);
        RateEstimate census = RatioEstimator.Estimate([Stratum("s", 60, (1, 1).Times(60))]);

        Assert.Equal(ComparisonMethod.StandardErrors, RateComparison.Of(sampled, census).Method);
        RateDifference logit = RateComparison.Of(sampled, census, scale: ComparisonScale.Logit);
        Assert.Equal((ComparisonMethod.NewcombeHybridScore, EstimateReason.Degenerate), (logit.Method, logit.Reason));
    }

    [Fact]
    public void Where_a_side_has_no_rate_or_no_variance_nothing_is_compared_and_the_reason_told()
    {
        RateEstimate sampled = RatioEstimator.Estimate([Stratum("s", 900, [(1, 1), (1, 0), (1, 1)])]);
        RateEstimate unreviewed = RatioEstimator.Estimate([Stratum("s", 900)]);
        RateEstimate singleton = RatioEstimator.Estimate([Stratum("s", 900, [(1, 1), (1, 0)]), Stratum("t", 9, [(1, 1)])]);

        Assert.Equal(RateDifference.None(EstimateReason.UnreviewedStratum), RateComparison.Of(sampled, unreviewed));
        Assert.Equal(RateDifference.None(EstimateReason.SingletonStratum), RateComparison.Of(singleton, sampled));
        Assert.Equal(EstimateReason.NothingRequired, RateComparison.OfCounts(0, 0, 1, 2).Reason);
    }

    [Fact]
    public void What_is_no_rate_count_or_level_is_refused()
    {
        Assert.Throws<ArgumentException>(() => RateComparison.OfCounts(3, 2, 1, 2));
        Assert.Throws<ArgumentException>(() => RateComparison.OfStandardErrors((1.2, 0.1), (0.5, 0.1)));
        Assert.Throws<ArgumentException>(() => RateComparison.OfStandardErrors((0.4, 0), (0.5, 0)));
        Assert.Throws<ArgumentException>(() => RateComparison.OfStandardErrors((1, 0.1), (0.5, 0.1), scale: ComparisonScale.Logit));
        Assert.Throws<ArgumentOutOfRangeException>(() => RateComparison.OfCounts(1, 2, 1, 2, 1.5));
    }
}
