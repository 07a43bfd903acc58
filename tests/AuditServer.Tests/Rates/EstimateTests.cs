using System.Text.Json;
using AuditServer.Tests.Audits;
using AuditServer.Tests.Support;
using CrimeAudit.V1;
using static AuditServer.Tests.Rates.Vectors;

namespace AuditServer.Tests.Rates;

public sealed class EstimateTests(FeatureServer server) : IClassFixture<FeatureServer>
{
    /// <summary>Whole courses whose frames and reviews reproduce designs that R's survey package has estimated.</summary>
    [Theory]
    [InlineData("case-02")]
    [InlineData("case-03")]
    [InlineData("case-05")]
    [InlineData("case-07")]
    [InlineData("case-16")]
    [InlineData("case-17")]
    public async Task Rates_of_a_reviewed_audit_are_those_of_the_survey_package(string name)
    {
        JsonElement expected = Case("estimation.json", name);
        var audit = new Inspection(server, name);
        await ReviewedAsync(audit, Strata(expected), ReviewOf);
        EstimateRecordingRateResponse rate = await audit.Rate();

        Assert.False(rate.Interim);
        Assert.Equal(0, rate.PendingReviews);
        Compare(expected.GetProperty("expected").GetProperty("recorded"), rate.Recorded);
        Compare(expected.GetProperty("expected").GetProperty("in_time_of_recorded"), rate.InTimeOfRecorded);
        JsonElement first = Strata(expected)[0];
        Assert.Equal(Ints(first, "required").Sum(), rate.Strata[0].Required);
        Assert.Equal(Ints(first, "recorded").Sum(), rate.Strata[0].Recorded);
        Assert.Equal(Ints(first, "recorded_in_time").Sum(), rate.Strata[0].RecordedInTime);
        Assert.Equal(first.GetProperty("frame_size").GetInt64(), rate.Strata[0].FrameSize);
    }

    [Fact]
    public async Task A_force_wide_rate_is_that_of_the_survey_package_and_so_is_what_was_not_recorded()
    {
        JsonElement expected = Case("weighted.json", "weighted-02");
        await ImportAsync("vectors", expected.GetProperty("volumes"));
        var audit = new Inspection(server, "weighted");
        await ReviewedAsync(audit, Strata(expected), GroupedReviewOf, "vectors");

        JsonElement answer = expected.GetProperty("expected");
        ForceWideEstimate rate = (await audit.Rate(weighting: Weighting.RecordedVolumes)).ForceWide;
        Near(answer, "rate", rate.Rate);
        Near(answer, "standard_error", rate.StandardError);
        Near(answer, "wald_z", rate.Wald);
        Assert.Equal(("vectors", "2017-07-31"), (rate.VolumesVersion, rate.VolumesTo));
        EstimateNotRecordedResponse notRecorded = await audit.NotRecorded();
        Near(answer, "not_recorded", notRecorded.NotRecorded);
        Near(answer, "not_recorded_wald", notRecorded.Wald);
        FeatureServer.Refusal uncovered = await FeatureServer.RefusalOfAsync(audit.NotRecorded("2018-12-31"));
        Assert.Equal("VOLUMES_NOT_AVAILABLE", uncovered.Reason);
        Assert.Contains("2017-07-31", uncovered.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shipped_volumes_weight_where_the_plan_names_none()
    {
        var audit = new Inspection(server, "shipped");
        await server.SubmitAsync(Given.Reports(6, "shipped"));
        foreach (SampleItem item in await audit.DrawnAsync(Given.Plan(SeedSource.Witnessed, ("shipped", 4))))
        {
            ReviewOutcome outcome = item.Position == 1 ? ReviewOutcome.NotRecorded : ReviewOutcome.Recorded;
            await audit.Review(item.UnitId, Given.Found(
                Given.Decision(outcome), Given.Decision(ReviewOutcome.Recorded), Given.Decision(ReviewOutcome.Recorded, Given.Sexual),
                Given.Decision(ReviewOutcome.Recorded, Given.Other)));
        }

        EstimateNotRecordedResponse answer = await audit.NotRecorded("2017-12-31");
        Assert.True(answer.NotRecorded > 0 && answer.Volume > 100_000);
        Assert.InRange(answer.NotRecorded, answer.Wald.Lower, answer.Wald.Upper);
        ListVolumesResponse volumes = await server.ListVolumes(
            new ListVolumesRequest { Force = FeatureServer.Force, To = "2017-12-31" }, server.Lead());
        Assert.Equal(volumes.Total, answer.Volume);
        Assert.Equal(volumes.Groups.Select(g => g.Volume), answer.ForceWide.Groups.Select(g => g.Volume));
        Assert.Equal("INVALID_FIELDS", (await FeatureServer.RefusalOfAsync(
            audit.Rate(new EstimateDomain { Domains = { "rape" } }, Weighting.RecordedVolumes))).Reason);
    }

    [Fact]
    public async Task While_reviews_are_missing_the_rate_rests_on_those_without_a_gap()
    {
        var audit = new Inspection(server, "interim");
        await server.SubmitAsync(Given.Reports(30, "interim"));
        IReadOnlyList<SampleItem> items = await audit.DrawnAsync(Given.Plan(SeedSource.Witnessed, ("interim", 6)));
        EstimateRecordingRateResponse none = await audit.Rate();
        Assert.Equal((true, 6L), (none.Interim, none.PendingReviews));
        Assert.Equal((false, EstimateNote.UnreviewedStratum), (none.Recorded.HasRatio, none.Recorded.Note));
        FeatureServer.Refusal refusal = await FeatureServer.RefusalOfAsync(audit.NotRecorded());
        Assert.Equal(("NO_ESTIMATE", "UNREVIEWED_STRATUM"), (refusal.Reason, refusal.State));

        await audit.Review(items[0].UnitId, Given.Found(Given.Decision(ReviewOutcome.Recorded)));
        Assert.Equal(EstimateNote.NoDegreesOfFreedom, (await audit.Rate()).Recorded.Note);
        await audit.Review(items[1].UnitId, Given.Found(Given.Decision(ReviewOutcome.NotRecorded)));
        await audit.Review(items[3].UnitId, Given.Found(Given.Decision(ReviewOutcome.NotRecorded)));
        EstimateRecordingRateResponse some = await audit.Rate();
        Assert.Equal((true, 3L, 2L, 0.5), (some.Interim, some.PendingReviews, some.Strata[0].Reviewed, some.Recorded.Ratio));
        await audit.Review(items[2].UnitId, Given.NoCrime());
        some = await audit.Rate();
        Assert.Equal((4L, 1.0 / 3), (some.Strata[0].Reviewed, some.Recorded.Ratio));
        Assert.Equal(10.0 * 9 / 4, some.Recorded.TotalDenominator);
    }

    [Fact]
    public async Task A_domain_counts_only_its_crimes_and_keeps_every_report()
    {
        var audit = new Inspection(server, "domains");
        await server.SubmitAsync(Given.Reports(9, "dom-a").Concat(Given.Reports(4, "dom-b")));
        foreach (SampleItem item in await audit.DrawnAsync(Given.Plan(SeedSource.Witnessed, ("dom-a", 5), ("dom-b", 0))))
        {
            await audit.Review(item.UnitId, Given.Found(
                Given.Decision(item.Position == 1 ? ReviewOutcome.NotRecorded : ReviewOutcome.MisclassifiedLate, Given.Violence, "domestic-abuse"),
                Given.Decision(item.Position < 3 ? ReviewOutcome.RecordedLate : ReviewOutcome.Misclassified, Given.Sexual),
                Given.Decision(ReviewOutcome.Duplicate, Given.Sexual)));
        }

        EstimateRecordingRateResponse all = await audit.Rate();
        Assert.Equal([(10L, 9L, 2L, 3L), (8L, 7L, 2L, 2L)], all.Strata.Select(CountsOf));
        EstimateRecordingRateResponse violence = await audit.Rate(new EstimateDomain { OffenceGroups = { OffenceGroup.Violence } });
        Assert.Equal([(5L, 4L, 0L, 0L), (4L, 3L, 0L, 0L)], violence.Strata.Select(CountsOf));
        Assert.Equal((5L, 4L), (violence.Strata[0].Reviewed, violence.Strata[1].Reviewed));
        EstimateRecordingRateResponse classes = await audit.Rate(new EstimateDomain { OffenceClasses = { "sexual-offences" } });
        Assert.Equal([(5L, 5L, 2L, 3L), (4L, 4L, 2L, 2L)], classes.Strata.Select(CountsOf));
        EstimateRecordingRateResponse abuse = await audit.Rate(new EstimateDomain { Domains = { "domestic-abuse" }, Strata = { "dom-b" } });
        Assert.Equal([(4L, 3L, 0L, 0L)], abuse.Strata.Select(CountsOf));
        Assert.Equal(EstimateNote.Census, abuse.Recorded.Note);
        Assert.Equal(0.75, abuse.Recorded.Ratio);
        EstimateRecordingRateResponse nothing = await audit.Rate(new EstimateDomain { Domains = { "rape" } });
        Assert.Equal((false, EstimateNote.NothingRequired), (nothing.Recorded.HasRatio, nothing.Recorded.Note));
        FeatureServer.Refusal wrong = await FeatureServer.RefusalOfAsync(audit.Rate(
            new EstimateDomain { OffenceGroups = { OffenceGroup.Unspecified }, OffenceClasses = { "theft-of-time" }, Domains = { "No Tag" } }));
        Assert.Equal(["domain.offence_groups[0]", "domain.offence_classes[0]", "domain.domains[0]"], wrong.Fields);
        Assert.Equal(["domain.strata[0]"], (await FeatureServer.RefusalOfAsync(audit.Rate(new EstimateDomain { Strata = { "dom-c" } }))).Fields);
    }

    [Fact]
    public async Task Forces_read_estimates_of_their_own_audits_only()
    {
        var audit = new Inspection(server, "readers");
        await server.SubmitAsync(Given.Reports(3, "readers"));
        foreach (SampleItem item in await audit.DrawnAsync(Given.Plan(SeedSource.Witnessed, ("readers", 2))))
        {
            await audit.Review(item.UnitId, Given.NoCrime());
        }

        Assert.False((await audit.Rate()).Interim);
        await audit.Final();
        Assert.Equal(2, (await audit.Rate(by: server.Registrar())).Strata[0].Reviewed);
        Assert.Equal("FORCE_NOT_PERMITTED", (await FeatureServer.RefusalOfAsync(audit.Rate(by: server.Registrar("kent")))).Reason);
        Assert.Equal("UNKNOWN_AUDIT", (await FeatureServer.RefusalOfAsync(new Inspection(server, "nowhere").Rate())).Reason);
        foreach (double level in new[] { 0.4, 0.9999, double.NaN, -1 })
        {
            Assert.Equal(["confidence_level"], (await FeatureServer.RefusalOfAsync(server.EstimateRecordingRate(
                new EstimateRecordingRateRequest { AuditId = "readers", ConfidenceLevel = level }, server.Lead()))).Fields);
        }
    }

    private static (long Required, long Recorded, long Correctly, long InTime) CountsOf(StratumCounts counts) =>
        (counts.Required, counts.Recorded, counts.RecordedCorrectly, counts.RecordedInTime);

    private async Task ReviewedAsync(Inspection audit, JsonElement[] strata, Func<JsonElement, int, Review> review, string volumes = "")
    {
        string[] codes = [.. strata.Select((_, i) => $"{audit.Id}-{i}")];
        foreach ((JsonElement stratum, string code) in strata.Zip(codes))
        {
            await server.SubmitAsync(Given.Reports(stratum.GetProperty("frame_size").GetInt32(), code));
        }

        AuditPlan plan = Given.Plan(SeedSource.Witnessed, [.. strata.Select((s, i) => (codes[i], ReportsIn(s)))]);
        plan.VolumesVersion = volumes;
        IReadOnlyList<SampleItem> items = await audit.DrawnAsync(plan);
        await Task.WhenAll(items.Select(item => audit.Review(
            item.UnitId, review(strata[Array.IndexOf(codes, item.Stratum)], (int)item.Position - 1)).ResponseAsync));
        await audit.AcceptAllAsync();
    }

    private static int ReportsIn(JsonElement stratum) =>
        (stratum.TryGetProperty("groups", out JsonElement groups) ? groups[0] : stratum).GetProperty("required").GetArrayLength();

    private static Review ReviewOf(JsonElement stratum, int report) => Given.Found(Decisions(stratum, report, null));

    private static Review GroupedReviewOf(JsonElement stratum, int report) =>
        Given.Found(stratum.GetProperty("groups").EnumerateArray().SelectMany(g => Decisions(g, report, g.GetProperty("group").GetString() switch
        {
            "violence" => Given.Violence,
            "sexual" => Given.Sexual,
            _ => Given.Other,
        })));

    private static IEnumerable<CrimeDecision> Decisions(JsonElement counts, int report, string? code)
    {
        int required = Ints(counts, "required")[report];
        int recorded = Ints(counts, "recorded")[report];
        int inTime = counts.TryGetProperty("recorded_in_time", out _) ? Ints(counts, "recorded_in_time")[report] : recorded;
        return Enumerable.Range(0, required).Select(i => Given.Decision(
            i < inTime ? ReviewOutcome.Recorded : i < recorded ? ReviewOutcome.RecordedLate : ReviewOutcome.NotRecorded, code));
    }

    private async Task ImportAsync(string version, JsonElement volumes)
    {
        var import = new ImportVolumesRequest { Version = version, Source = "test vectors" };
        (string Group, string Category)[] categories = [("violence", "Violence with injury"), ("sexual", "Sexual offences"), ("other", "Robbery")];
        foreach ((string group, string category) in categories)
        {
            long count = volumes.GetProperty(group).GetInt64();
            import.Figures.Add(new VolumeFigure { Force = FeatureServer.Force, PeriodEnd = "2017-07-31", Category = category, Count = count });
        }

        await server.ImportVolumes(import, server.Lead());
    }
}
