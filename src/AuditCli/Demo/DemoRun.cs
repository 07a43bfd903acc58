using System.Security.Cryptography;
using System.Text;
using AuditCli.Demo.Month;
using AuditCli.Demo.Replay;
using CrimeAudit.V1;

namespace AuditCli.Demo;

/// <summary>The demo: a month of a force's reports with an inspection whose truth is known, and two published inspections replayed.</summary>
internal sealed class DemoRun(DemoRoles roles, IDemoProgress progress, string seed)
{
    private readonly string runId = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(seed)))[..8];

    /// <summary>Streams a force's reports in, inspects a sample of them, and asks for rates.</summary>
    public async Task<MonthResult> InspectMonthAsync(SimulatedForce force, CancellationToken cancel)
    {
        long updates = SimulatedFeeds.Updates(DemoRoles.Force, force).LongCount();
        await progress.RunAsync(
            $"Streaming {force.Reports:N0} reports ({updates:N0} updates)", updates,
            done => DemoStreams.SendAsync(roles.Submitter.Incidents, SimulatedFeeds.Updates(DemoRoles.Force, force), done, cancel));
        GetAccountedForRateResponse live = await roles.Lead.Rates.GetAccountedForAsync(
            new GetAccountedForRateRequest
            {
                Force = DemoRoles.Force,
                FromMonth = DemoDates.Month(force.From),
                ToMonth = DemoDates.Month(force.To),
                Breakdown = Breakdown.OffenceGroup,
            },
            cancel);

        var course = new InspectionCourse(roles, $"demo-{runId}-{DemoDates.Month(force.From)}-{force.Reports}", seed);
        IReadOnlyDictionary<string, List<SampleItem>> items = await course.DrawAsync(MonthPlan.Of(DemoRoles.Force, force), cancel);
        await ReviewAsync(
            course, "Reviewing the sample", [.. items.Values.SelectMany(i => i).Select(i => (i.UnitId, MonthReviews.Of(ReportOf(force, i))))], cancel);
        InspectionResult result = await ResultAsync(course, DemoDates.Span(force.From, force.To), EstimateDomains.OfMonth, withVolumes: false, cancel);
        return new MonthResult(result, live, new KnownTruth(force));
    }

    /// <summary>Replays a published inspection.</summary>
    public async Task<ReplayResult> ReplayAsync(PublishedInspection inspection, CancellationToken cancel)
    {
        ReplayTargets targets = await TargetsAsync(inspection, cancel);
        int size = ReplayFrame.Size(inspection);
        await progress.RunAsync(
            $"{inspection.Name}: streaming a frame of {size:N0} reports", size,
            done => DemoStreams.SendAsync(roles.Submitter.Incidents, ReplayFrame.Updates(DemoRoles.Force, inspection), done, cancel));

        var course = new InspectionCourse(roles, $"demo-{runId}-{inspection.Name}", seed);
        var plan = new AuditPlan
        {
            Force = DemoRoles.Force,
            WindowFrom = DemoDates.Day(inspection.From),
            WindowTo = DemoDates.Day(inspection.To),
            SeedSource = SeedSource.CommitReveal,
            Strata = { ReplayFrame.Strata(inspection) },
            ReviewPolicy = InspectionCourse.OneReview(),
        };
        IReadOnlyDictionary<string, List<SampleItem>> items = await course.DrawAsync(plan, cancel);
        await ReviewAsync(
            course, $"{inspection.Name}: reviewing {inspection.ReportsAudited:N0} reports and the censuses",
            [.. ReplayReviewPlan.Of(inspection, targets, items, new DemoRandom($"{inspection.Name} {seed}"))], cancel);
        InspectionResult result = await ResultAsync(course, inspection.Name, EstimateDomains.OfReplay(inspection.DomesticAbuse is not null), withVolumes: true, cancel);
        return new ReplayResult(inspection, targets, result);
    }

    /// <summary>Holds a later inspection against an earlier one, by recorded volumes.</summary>
    public async Task<AuditComparison> CompareAsync(InspectionResult earlier, InspectionResult later, CancellationToken cancel)
    {
        CompareEstimatesResponse answer = await roles.Lead.Rates.CompareEstimatesAsync(
            new CompareEstimatesRequest
            {
                Pairs = { new AuditPair { FirstAuditId = earlier.AuditId, SecondAuditId = later.AuditId } },
                Weighting = Weighting.RecordedVolumes,
            },
            cancel);
        return answer.Comparisons.Single();
    }

    private static SimulatedReport ReportOf(SimulatedForce force, SampleItem item) => force.Report(SimulatedForce.NumberOf(item.UnitId));

    private Task ReviewAsync(InspectionCourse course, string what, List<(string UnitId, Review Review)> reviews, CancellationToken cancel) =>
        progress.RunAsync(what, reviews.Count, async done =>
        {
            long reviewed = 0;
            await course.ReviewAsync(reviews, () => done(Interlocked.Increment(ref reviewed)), cancel);
        });

    private async Task<ReplayTargets> TargetsAsync(PublishedInspection inspection, CancellationToken cancel)
    {
        ListPublishedResultsResponse published = await roles.Lead.Reference.ListPublishedResultsAsync(
            new ListPublishedResultsRequest { Force = DemoRoles.Force }, cancel);
        ListVolumesResponse volumes = await roles.Lead.Rates.ListVolumesAsync(
            new ListVolumesRequest { Force = DemoRoles.Force, To = DemoDates.Day(inspection.To) }, cancel);
        return ReplayTargets.Of(published.Results.Single(r => r.Programme == inspection.Programme), volumes);
    }

    private async Task<InspectionResult> ResultAsync(
        InspectionCourse course, string name, (string Name, EstimateDomain Domain)[] domains, bool withVolumes, CancellationToken cancel)
    {
        var estimates = new List<(string, EstimateRecordingRateResponse)>();
        foreach ((string domain, EstimateDomain about) in domains)
        {
            var request = new EstimateRecordingRateRequest
            {
                AuditId = course.AuditId,
                Domain = about,
                Weighting = withVolumes && domain == "overall" ? Weighting.RecordedVolumes : Weighting.Unspecified,
            };
            estimates.Add((domain, await roles.Lead.Rates.EstimateRecordingRateAsync(request, cancel)));
        }

        EstimateNotRecordedResponse? notRecorded = withVolumes
            ? await roles.Lead.Rates.EstimateNotRecordedAsync(new EstimateNotRecordedRequest { AuditId = course.AuditId }, cancel)
            : null;
        return new InspectionResult(
            name, course.AuditId, await course.StrataAsync(cancel), await course.ItemsAsync(cancel), estimates,
            estimates[0].Item2.ForceWide, notRecorded);
    }
}
