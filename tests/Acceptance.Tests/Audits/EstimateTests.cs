using System.Text.Json;
using Acceptance.Tests.Support;
using AuditCore.Estimation;
using CrimeAudit.V1;

namespace Acceptance.Tests.Audits;

public abstract class EstimateTests<TService>(TService service) : AcceptanceTests<TService>(service)
    where TService : ServiceUnderTest, new()
{
    private const double Tight = 1e-9;
    private const double Loose = 1e-7;

    [Theory]
    [InlineData("case-01")]
    [InlineData("case-03")]
    [InlineData("case-05")]
    [InlineData("case-07")]
    [InlineData("case-16")]
    [InlineData("case-17")]
    public async Task An_audit_through_the_service_has_the_rates_of_the_survey_package_and_of_the_core(string name)
    {
        var vector = VectorCase.Named(name);
        EstimateRecordingRateResponse estimate = await ReviewedAsync(name, vector);
        Assert.Equal((false, 0), (estimate.Interim, estimate.PendingReviews));
        Assert.Equal(vector.Strata, estimate.Strata.Select(s => ((int)s.FrameSize, (int)s.Reviewed)));

        AssertAsPublished(vector.Expected("recorded"), estimate.Recorded);
        AssertAsPublished(vector.Expected("in_time_of_recorded"), estimate.InTimeOfRecorded);
        AssertAsCore(RatioEstimator.Estimate(vector.Design("required", "recorded")), estimate.Recorded);
        AssertAsCore(RatioEstimator.Estimate(vector.Design("recorded", "recorded_in_time")), estimate.InTimeOfRecorded);
        // Nothing was recorded in another class.
        Assert.Equal(estimate.Recorded, estimate.RecordedCorrectly);
    }

    [Fact]
    public async Task What_Thames_Valley_did_not_record_rests_on_the_volume_of_2018()
    {
        await WriteAsync(Service, Enumerable.Range(0, 60).Select(i => Told.Report("thames-valley", $"r{i}", Moments.Reported, "any")));
        var audit = new Inspection(Service, "thames-valley", "thames-valley");
        IReadOnlyList<SampleItem> items = await audit.DrawnAsync(Plans.Of("thames-valley", SeedSource.Witnessed, ("any", 40)));
        await audit.ReviewAllAsync(items, item => Reviews.Of(
            Reviews.Decision(item.Position % 5 == 0 ? ReviewOutcome.NotRecorded : ReviewOutcome.Recorded),
            Reviews.Decision(item.Position % 20 == 0 ? ReviewOutcome.NotRecorded : ReviewOutcome.RecordedLate, Codes.Sexual),
            Reviews.Decision(item.Position % 4 == 0 ? ReviewOutcome.NotRecorded : ReviewOutcome.Recorded, Codes.Theft)));
        await audit.AcceptAllAsync();

        EstimateNotRecordedResponse answer = await Service.Lead().Rates.EstimateNotRecordedAsync(
            new EstimateNotRecordedRequest { AuditId = "thames-valley" }, Cancel);
        Assert.Equal((162_070.0, "2018-12-31", false), (answer.Volume, answer.ForceWide.VolumesTo, answer.Interim));
        // p = V/Σ(V_g/p_g) with 32, 38 and 30 of 40 recorded; U = V(1 - p)/p.
        double stood = (46_311 / 0.8) + (5_453 / 0.95) + (110_306 / 0.75);
        Near(162_070 / stood, answer.ForceWide.Rate, Tight, "rate");
        Near(stood - 162_070, answer.NotRecorded, Tight, "not recorded");
        Near(162_070 * (1 - answer.ForceWide.Wald.Upper) / answer.ForceWide.Wald.Upper, answer.Wald.Lower, Tight, "lower end");
        Near(162_070 * (1 - answer.ForceWide.Wald.Lower) / answer.ForceWide.Wald.Lower, answer.Wald.Upper, Tight, "upper end");
    }

    private async Task<EstimateRecordingRateResponse> ReviewedAsync(string name, VectorCase vector)
    {
        string[] codes = [.. vector.Strata.Select((_, i) => $"{name}-{i}")];
        await WriteAsync(Service, vector.Strata.SelectMany((s, i) => Enumerable.Range(0, s.FrameSize)
            .Select(n => Told.Report("kent", $"{codes[i]}-{n}", Moments.Reported, codes[i]))));
        var audit = new Inspection(Service, name, "kent");
        IReadOnlyList<SampleItem> items = await audit.DrawnAsync(
            Plans.Of("kent", SeedSource.Witnessed, [.. vector.Strata.Select((s, i) => (codes[i], s.Reports))]));
        await audit.ReviewAllAsync(items, item => vector.Review(Array.IndexOf(codes, item.Stratum), (int)item.Position - 1));
        await audit.AcceptAllAsync();
        return await audit.EstimateAsync();
    }

    private static void AssertAsPublished(JsonElement expected, RatioEstimate actual)
    {
        Near(expected.GetProperty("ratio").GetDouble(), actual.Ratio, Tight, "ratio");
        Near(expected.GetProperty("standard_error").GetDouble(), actual.StandardError, Tight, "standard error");
        Near(expected.GetProperty("total_denominator").GetDouble(), actual.TotalDenominator, Tight, "total denominator");
        Near(expected.GetProperty("total_numerator").GetDouble(), actual.TotalNumerator, Tight, "total numerator");
        Assert.Equal(expected.GetProperty("degrees_of_freedom").GetInt64(), actual.DegreesOfFreedom);
        Assert.Equal(expected.GetProperty("denominator_in_sample").GetInt64(), actual.DenominatorInSample);
        if (!expected.TryGetProperty("korn_graubard", out _))
        {
            Assert.Equal((EstimateNote.Degenerate, "clopper-pearson"), (actual.Note, actual.Method));
            return;
        }

        Assert.Equal(actual.LowN ? "clopper-pearson" : "korn-graubard", actual.Method);
        AssertInterval(expected, "wald_z", actual.Wald);
        AssertInterval(expected, "logit_t", actual.Logit);
        AssertInterval(expected, "korn_graubard", actual.KornGraubard);
        Near(expected.GetProperty("effective_n").GetDouble(), actual.EffectiveN, Tight, "effective n");
    }

    private static void AssertAsCore(RateEstimate expected, RatioEstimate actual)
    {
        Assert.Equal(
            (expected.Ratio, expected.StandardError, expected.TotalDenominator, expected.TotalNumerator),
            (actual.Ratio, actual.StandardError, actual.TotalDenominator, actual.TotalNumerator));
        Assert.Equal(
            (expected.DegreesOfFreedom, expected.DenominatorInSample, expected.NumeratorInSample, expected.IsLowCount),
            (actual.DegreesOfFreedom, actual.DenominatorInSample, actual.NumeratorInSample, actual.LowN));
        Assert.Equal(
            (expected.Intervals.KornGraubard?.Lower, expected.Intervals.KornGraubard?.Upper),
            (actual.KornGraubard?.Lower, actual.KornGraubard?.Upper));
    }

    private static void AssertInterval(JsonElement expected, string key, CrimeAudit.V1.Interval actual)
    {
        if (expected.TryGetProperty(key, out JsonElement ends))
        {
            Near(ends[0].GetDouble(), actual.Lower, Loose, key);
            Near(ends[1].GetDouble(), actual.Upper, Loose, key);
        }
    }

    private static void Near(double expected, double actual, double tolerance, string what) =>
        Assert.True(Math.Abs(actual - expected) <= tolerance * Math.Abs(expected), $"{what}: expected {expected:R}, was {actual:R}");
}
