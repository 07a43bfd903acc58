using Acceptance.Tests.Support;
using AuditCore.Estimation;
using CrimeAudit.Client;
using CrimeAudit.V1;
using RateDifference = CrimeAudit.V1.RateDifference;

namespace Acceptance.Tests.Audits.Contrasts;

public abstract class CompareTests<TService>(TService service) : AcceptanceTests<TService>(service)
    where TService : ServiceUnderTest, new()
{
    private const int Sample = 400;

    /// <summary>
    /// The two published inspections in small: 80.4 % recorded of what 2017 required, 87.9 % of 2019, in samples of a fifth of their size.
    /// </summary>
    [Fact]
    public async Task Thames_Valley_of_2019_recorded_significantly_more_than_in_2017_and_the_answer_says_so()
    {
        await PlayedAsync("thames-valley", "tvp-2017", Sample, recordedOfThousand: 804);
        await PlayedAsync("thames-valley", "tvp-2019", Sample, recordedOfThousand: 879);
        CompareEstimatesResponse answer = await Service.Lead().Rates.CompareEstimatesAsync("tvp-2017", "tvp-2019", Cancel);

        AuditComparison comparison = Assert.Single(answer.Comparisons);
        Assert.Equal(("tvp-2017", "tvp-2019", false), (comparison.FirstAuditId, comparison.SecondAuditId, comparison.Interim));
        RateDifference recorded = comparison.Recorded;
        Assert.Equal(0.804, recorded.First, 0.002);
        Assert.Equal(0.879, recorded.Second, 0.002);
        Assert.Equal(recorded.Second - recorded.First, recorded.Difference, 1e-12);
        Assert.True(recorded.Interval.Lower > 0);
        Assert.InRange(recorded.AdjustedPValue, double.Epsilon, 0.05);
        Assert.True(recorded.Significant);
        Assert.Equal("standard-errors", recorded.Method);
        Assert.Contains("a significant difference at the 95 % level", recorded.Statement, StringComparison.Ordinal);

        // Independent standard errors, as the estimates beside it tell them.
        EstimateRecordingRateResponse[] waves = [.. answer.Audits.Select(a => a.Estimate)];
        double error = Math.Sqrt(waves.Sum(w => w.Recorded.StandardError * w.Recorded.StandardError));
        Assert.Equal(recorded.Difference - (1.959963984540054 * error), recorded.Interval.Lower, 1e-9);
        Assert.Equal(
            [("tvp-2017", Plans.From, Plans.To), ("tvp-2019", Plans.From, Plans.To)],
            answer.Audits.Select(a => (a.AuditId, a.WindowFrom, a.WindowTo)));
        Assert.Equal(await EntriesAsync(Service), answer.AsOf.TreeSize);
    }

    [Fact]
    public async Task One_audit_against_several_is_adjusted_over_all_of_them_and_small_ones_are_told_as_counts()
    {
        await PlayedAsync("kent", "kent-1", 60, recordedOfThousand: 700, Codes.Violence);
        await PlayedAsync("kent", "kent-2", 60, recordedOfThousand: 880, Codes.Violence);
        await PlayedAsync("kent", "kent-3", 60, recordedOfThousand: 720, Codes.Violence);
        await PlayedAsync("kent", "kent-4", 10, recordedOfThousand: 500, Codes.Violence);
        CompareEstimatesResponse answer = await Service.Lead().Rates.CompareEstimatesAsync(
            new CompareEstimatesRequest
            {
                BaselineAuditId = "kent-1",
                AuditIds = { "kent-2", "kent-3", "kent-4" },
                Scale = CrimeAudit.V1.ComparisonScale.Logit,
            },
            Cancel);

        RateDifference[] recorded = [.. answer.Comparisons.Select(c => c.Recorded)];
        Assert.Equal(["logit-standard-errors", "logit-standard-errors", "newcombe"], recorded.Select(r => r.Method));
        Assert.Equal(BenjaminiHochberg.Adjust([.. recorded.Select(r => r.PValue)]), recorded.Select(r => r.AdjustedPValue));
        Assert.Equal(
            Odds(recorded[0].Second) / Odds(recorded[0].First), recorded[0].OddsRatio, 1e-9);
        // 5 of 10 against 42 of 60.
        AuditCore.Estimation.RateDifference counts = RateComparison.OfCounts(42, 60, 5, 10);
        Assert.Equal((counts.Interval!.Lower, counts.Interval.Upper), (recorded[2].Interval.Lower, recorded[2].Interval.Upper));
        Assert.Contains("5 of 10 against 42 of 60", recorded[2].Statement, StringComparison.Ordinal);
        Assert.Contains("no significant difference", recorded[2].Statement, StringComparison.Ordinal);
        // What was recorded was recorded in time, in all of them: no variation, so counts.
        Assert.All(
            answer.Comparisons.Select(c => c.InTimeOfRecorded), d => Assert.Equal(("newcombe", 0.0, 1.0), (d.Method, d.Difference, d.PValue)));
    }

    [Fact]
    public async Task Without_an_estimate_there_is_no_comparison_and_the_reason_is_told()
    {
        await PlayedAsync("essex", "essex-1", 40, recordedOfThousand: 900);
        await DrawnAsync("essex", "essex-2", 40);
        CompareEstimatesResponse answer = await Service.Lead().Rates.CompareEstimatesAsync("essex-1", "essex-2", Cancel);

        AuditComparison comparison = Assert.Single(answer.Comparisons);
        Assert.True(comparison.Interim);
        Assert.Equal((false, false, false, "none"), (
            comparison.Recorded.HasDifference, comparison.Recorded.HasPValue, comparison.Recorded.Significant, comparison.Recorded.Method));
        Assert.Contains("no comparison, for a stratum has units and no reviewed report", comparison.Recorded.Statement, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Force_wide_rates_are_compared_by_the_volumes_of_their_years()
    {
        await PlayedAsync("surrey", "surrey-1", 80, recordedOfThousand: 700);
        await PlayedAsync("surrey", "surrey-2", 80, recordedOfThousand: 900);
        CompareEstimatesResponse answer = await Service.Lead().Rates.CompareEstimatesAsync(
            new CompareEstimatesRequest
            {
                Pairs = { new AuditPair { FirstAuditId = "surrey-1", SecondAuditId = "surrey-2" } },
                Weighting = Weighting.RecordedVolumes,
            },
            Cancel);

        RateDifference wide = answer.Comparisons[0].ForceWide;
        Assert.Equal(answer.Audits.Select(a => a.Estimate.ForceWide.Rate), [wide.First, wide.Second]);
        Assert.True(wide.Significant, wide.Statement);
    }

    [Fact]
    public async Task A_census_keeps_its_rate_against_a_sample_and_adds_no_error()
    {
        await PlayedAsync("gwent", "gwent-sample", 60, recordedOfThousand: 700, Codes.Violence);
        await WriteAsync(Service, Enumerable.Range(0, 40).Select(i => Told.Report("gwent", $"whole-{i}", Moments.Reported, "whole")));
        var census = new Inspection(Service, "gwent-census", "gwent");
        IReadOnlyList<SampleItem> items = await census.DrawnAsync(Plans.Of("gwent", SeedSource.Witnessed, ("whole", 0)));
        await census.ReviewAllAsync(items, item => Reviews.Of(Reviews.Decision(Outcome(item.Position, 36))));

        CompareEstimatesResponse answer = await Service.Lead().Rates.CompareEstimatesAsync("gwent-sample", "gwent-census", Cancel);

        RateDifference recorded = answer.Comparisons[0].Recorded;
        Assert.Equal(("standard-errors", 0.9), (recorded.Method, recorded.Second));
        double error = answer.Audits[0].Estimate.Recorded.StandardError;
        Assert.Equal(recorded.Difference - (1.959963984540054 * error), recorded.Interval.Lower, 1e-9);
        Assert.Contains("a census, which has no sampling error", recorded.Statement, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_registrar_compares_only_audits_of_the_own_force_and_an_audit_only_with_another()
    {
        await DrawnAsync("devon-and-cornwall", "devon-1", 4);
        await PlayedAsync("dorset", "dorset-1", 4, recordedOfThousand: 1000, Codes.Violence);
        await Service.Lead().Audits.FinalizeAsync(new() { AuditId = "dorset-1", RequestId = "final" }, Cancel);
        IRateClient registrar = Service.Registrar("dorset").Rates;
        await Assert.ThrowsAsync<PermissionException>(() => registrar.CompareEstimatesAsync("dorset-1", "devon-1", Cancel));
        await Assert.ThrowsAsync<NotFoundException>(() => registrar.CompareEstimatesAsync("dorset-1", "dorset-9", Cancel));
        InvalidRequestException wrong = await Assert.ThrowsAsync<InvalidRequestException>(() => registrar.CompareEstimatesAsync(
            new CompareEstimatesRequest
            {
                Pairs = { new AuditPair { FirstAuditId = "dorset-1", SecondAuditId = "dorset-1" } },
                AuditIds = { "dorset-1" },
                ConfidenceLevel = 2,
                Scale = (CrimeAudit.V1.ComparisonScale)9,
            },
            Cancel));
        Assert.Equal(["baseline_audit_id", "pairs[0].second_audit_id", "scale", "confidence_level"], wrong.Violations.Select(v => v.Field));
    }

    private static double Odds(double rate) => rate / (1 - rate);

    private Task PlayedAsync(string force, string id, int size, int recordedOfThousand) =>
        PlayedAsync(force, id, size, recordedOfThousand, Codes.Violence, Codes.Sexual, Codes.Theft);

    /// <summary>An audit whose reports require these crimes each, of which so many of a thousand reports have theirs recorded.</summary>
    private async Task PlayedAsync(string force, string id, int size, int recordedOfThousand, params string[] codes)
    {
        (Inspection audit, IReadOnlyList<SampleItem> items) = await DrawnAsync(force, id, size);
        int recorded = (int)Math.Round(size * recordedOfThousand / 1000.0);
        await audit.ReviewAllAsync(items, item => Reviews.Of(
            [.. codes.Select(code => Reviews.Decision(Outcome(item.Position, recorded), code))]));
        await audit.AcceptAllAsync();
    }

    private static ReviewOutcome Outcome(long position, int recorded) =>
        position <= recorded ? ReviewOutcome.Recorded : ReviewOutcome.NotRecorded;

    private async Task<(Inspection Audit, IReadOnlyList<SampleItem> Items)> DrawnAsync(string force, string id, int size)
    {
        await WriteAsync(Service, Enumerable.Range(0, 3 * size).Select(i => Told.Report(force, $"{id}-{i}", Moments.Reported, id)));
        var audit = new Inspection(Service, id, force);
        return (audit, await audit.DrawnAsync(Plans.Of(force, SeedSource.Witnessed, (id, size))));
    }
}
