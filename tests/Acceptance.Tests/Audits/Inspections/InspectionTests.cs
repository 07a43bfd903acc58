using Acceptance.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Acceptance.Tests.Audits.Inspections;

/// <summary>Whole inspections, from the reports to the figure that is published.</summary>
/// <typeparam name="TService">The fixture of an engine.</typeparam>
public abstract class InspectionTests<TService>(TService service) : AcceptanceTests<TService>(service)
    where TService : ServiceUnderTest, new()
{
    private const string Force = "thames-valley";

    [Fact]
    public async Task Two_waves_of_an_inspection_come_to_what_was_published_and_the_rise_between_them_is_significant()
    {
        foreach (PublishedWave wave in new[] { PublishedWave.Of2017, PublishedWave.Of2019 })
        {
            await ReportsAsync(wave);
            EstimateRecordingRateResponse estimate = (await new PlayedInspection(Service, wave, Force).PlayAsync()).Estimate;
            Assert.InRange(estimate.Recorded.Ratio, wave.Published - 0.005, wave.Published + 0.005);
            Assert.False(estimate.Interim);
            await AssertProvedAsync(wave.AuditId, estimate);
        }

        CompareEstimatesResponse compared = await Service.Lead().Rates.CompareEstimatesAsync(
            new CompareEstimatesRequest { Pairs = { new AuditPair { FirstAuditId = "tvp-2017", SecondAuditId = "tvp-2019" } } }, Cancel);
        RateDifference rise = Assert.Single(compared.Comparisons).Recorded;
        Assert.InRange(rise.Difference, 0.065, 0.085);
        Assert.True(rise.Significant);
        Assert.Contains("significant", rise.Statement, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_small_force_with_a_census_a_single_review_and_a_stratum_without_a_fail_is_told_what_can_be_said()
    {
        await WriteAsync(Service, new[] { ("census", 4), ("single", 6), ("passes", 20) }.SelectMany(
            s => Enumerable.Range(0, s.Item2).Select(i => Told.Report("dorset", $"{s.Item1}-{i}", Moments.Reported, s.Item1, Told.Alleged("a1")))));
        var audit = new Inspection(Service, "small", "dorset");
        IReadOnlyList<SampleItem> items = await audit.DrawnAsync(Plans.Of("dorset", SeedSource.Witnessed, ("census", 0), ("single", 1), ("passes", 6)));
        await audit.ReviewAllAsync(items, i => Reviews.Of(Reviews.Decision(
            i is { Stratum: "census", Position: 1 } ? ReviewOutcome.NotRecorded : ReviewOutcome.Recorded)));
        await audit.AcceptAllAsync();
        await Service.Lead().Audits.FinalizeAsync(new() { AuditId = "small", RequestId = "final" }, Cancel);

        RatioEstimate whole = await RecordedAsync();
        Assert.Equal((29.0 / 30, false, EstimateNote.SingletonStratum), (whole.Ratio, whole.HasStandardError, whole.Note));
        RatioEstimate census = await RecordedAsync("census");
        Assert.Equal((0.75, 0.0, EstimateNote.Census, "none"), (census.Ratio, census.StandardError, census.Note, census.Method));
        RatioEstimate passes = await RecordedAsync("passes");
        Assert.Equal((1.0, EstimateNote.Degenerate, "clopper-pearson"), (passes.Ratio, passes.Note, passes.Method));
        Assert.InRange(passes.Exact.Lower, 0.5, 0.6);
        Assert.True(passes.LowN);
    }

    private async Task<RatioEstimate> RecordedAsync(params string[] strata) => (await Service.Lead().Rates.EstimateRecordingRateAsync(
        new EstimateRecordingRateRequest { AuditId = "small", Domain = new EstimateDomain { Strata = { strata } } }, Cancel)).Recorded;

    private async Task AssertProvedAsync(string auditId, EstimateRecordingRateResponse estimate)
    {
        BundleReport report = await Bundles.VerifyAsync(Service, await Bundles.ExportAsync(Service, auditId));
        Assert.True(report.IsWhole);
        Assert.Equal(estimate, report.Estimate);
    }

    private Task ReportsAsync(PublishedWave wave) => WriteAsync(Service, wave.Strata.SelectMany(s => Enumerable.Range(0, s.Frame).Select(
        i => Told.Report(Force, $"{wave.AuditId} {s.Code} {i}", Moments.Utc($"{wave.Month:yyyy-MM}-15T10:00:00Z"), s.Code, Told.Alleged("a1")))));
}
