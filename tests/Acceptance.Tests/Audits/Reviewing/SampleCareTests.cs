using System.Diagnostics;
using System.Globalization;
using Acceptance.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Acceptance.Tests.Audits.Reviewing;

/// <summary>Reserves, extensions, the end of an audit, and many auditors at once.</summary>
public abstract class SampleCareTests<TService>(TService service) : AcceptanceTests<TService>(service)
    where TService : ServiceUnderTest, new()
{
    /// <summary>Set to 1, the test at volume has ten thousand items and fifty auditors.</summary>
    private const string AtVolume = "CRIMEAUDIT_TEST_REVIEWS_AT_VOLUME";

    private static readonly Review Fail = Reviews.Of(Reviews.Decision(ReviewOutcome.NotRecorded));

    [Fact]
    public async Task The_next_tickets_stand_in_and_enlarge_and_earlier_picks_stay()
    {
        await ReportsAsync("kent", "reserves", 12);
        var audit = new ReviewedAudit(Service, "reserves", "kent");
        IReadOnlyList<SampleItem> drawn = await audit.DrawnAsync(Plans.OneReview(), ("reserves", 3));
        string[] order = [.. Outsider.Draw("27182818", UnitIds("kent", "reserves", 12), 12).Select(d => d.UnitId)];
        Assert.Equal(order[..3], drawn.Select(i => i.UnitId));

        Assert.Equal(order[3], (await audit.LostAsync(order[1], "lost")).ReserveUnitId);
        Assert.True((await audit.LostAsync(order[1], "lost")).Replayed);
        Assert.Equal((5, 9), await ExtendedAsync(audit, 5, "more"));
        Assert.Equal(order[9], (await audit.LostAsync(order[0], "lost-too")).ReserveUnitId);
        // Two are left of twelve.
        Assert.Equal((2, 12), await ExtendedAsync(audit, 100, "all"));
        Assert.Equal("", (await audit.LostAsync(order[2], "lost-last")).ReserveUnitId);
        IReadOnlyList<SampleItem> items = await audit.Inspection.ItemsAsync();
        Assert.Equal(order, items.Select(i => i.UnitId));
        Assert.Equal([0, 1, 2], items.Select((i, at) => (i.State, at)).Where(i => i.State == ItemState.Unavailable).Select(i => i.at));
        AuditStateException again = await Assert.ThrowsAsync<AuditStateException>(() => audit.LostAsync(order[2], "again"));
        Assert.Equal("UNAVAILABLE", again.Precondition?.Type);

        await audit.AssignAsync("x-auditor");
        foreach (string unit in order[3..])
        {
            await audit.ReviewAsync("x-auditor", unit, Reviews.NoCrime());
        }

        Assert.Equal(9, (await audit.FinalizeAsync()).Estimate.Strata[0].Reviewed);
    }

    [Fact]
    public async Task Nothing_is_final_while_something_is_open_and_what_is_open_is_named()
    {
        await ReportsAsync("essex", "final", 6);
        var audit = new ReviewedAudit(Service, "final", "essex");
        IReadOnlyList<SampleItem> items = await audit.DrawnAsync(Plans.OneReview(), ("final", 3));
        await audit.AssignAsync("x-auditor");
        await audit.ReviewAsync("x-auditor", items[0].UnitId, Fail);
        await audit.ReviewAsync("x-auditor", items[1].UnitId, Reviews.Of(Reviews.Decision(ReviewOutcome.Recorded)));
        AuditStateException open = await Assert.ThrowsAsync<AuditStateException>(() => audit.FinalizeAsync());
        Assert.Equal(ErrorReason.AuditUnsettled, open.Reason);
        Assert.Contains("1 AWAITING_REVIEW, 1 WITH_FORCE", open.Message, StringComparison.Ordinal);
        Assert.Contains($"{items[0].UnitId} is WITH_FORCE", open.Message, StringComparison.Ordinal);

        await audit.AcceptAsync(items[0].UnitId);
        await audit.ReviewAsync("x-auditor", items[2].UnitId, Reviews.NoCrime());
        Task<WatchedAudit> ended = audit.WatchUntilAsync(a => a.State == AuditState.Final);
        FinalizeAuditResponse final = await audit.FinalizeAsync();
        Assert.Equal((1L, 2L, false), (final.Estimate.Recorded.NumeratorInSample, final.Estimate.Recorded.DenominatorInSample, final.Estimate.Interim));
        Assert.Equal(3, (await ended).Progress.Settled);
        // A watch of what has ended tells so, and ends.
        Assert.Equal([AuditState.Final], (await AllAsync(audit.Lead.WatchAsync("final", Cancel))).Select(m => m.Audit.State));
        FinalizeAuditResponse again = await audit.FinalizeAsync();
        Assert.Equal((final.EntryIndex, final.Estimate, true), (again.EntryIndex, again.Estimate, again.Replayed));
        AuditStateException closed = await Assert.ThrowsAsync<AuditStateException>(() => audit.ReopenAsync(items[0].UnitId));
        Assert.Equal("FINAL", closed.Precondition?.Type);
        Assert.Equal("FINAL", (await Assert.ThrowsAsync<AuditStateException>(() => AbandonAsync("final"))).Precondition?.Type);
    }

    [Fact]
    public async Task An_abandoned_audit_stays_visible_with_its_reason()
    {
        var audit = new ReviewedAudit(Service, "abandoned", "gwent");
        await audit.Inspection.CreateAsync(Plans.Of("gwent", SeedSource.Witnessed, ("theft", 3)));
        await AbandonAsync("abandoned");
        Audit read = (await Service.Lead().Audits.GetAsync("abandoned", Cancel)).Audit;
        Assert.Equal((AuditState.Abandoned, "the force merged"), (read.State, read.AbandonedReason));
        Assert.Contains("abandoned", (await AllAsync(Service.Lead().Audits.ListAsync(Cancel))).Select(a => a.AuditId));
        AuditStateException over = await Assert.ThrowsAsync<AuditStateException>(() => audit.Inspection.FreezeAsync());
        Assert.Equal("ABANDONED", over.Precondition?.Type);
    }

    [Fact]
    public async Task Many_auditors_at_once_leave_one_outcome_an_item_and_lose_no_decision()
    {
        bool volume = Environment.GetEnvironmentVariable(AtVolume) == "1";
        (int size, int auditors) = volume ? (10_000, 50) : (120, 10);
        await ReportsAsync("cumbria", "many", size + 10);
        var audit = new ReviewedAudit(Service, "many", "cumbria");
        IReadOnlyList<SampleItem> items = await audit.DrawnAsync(new ReviewPolicy { SecondReviewShare = 0.1, PassReviewShare = 0 }, ("many", size));
        string[] subjects = [.. Enumerable.Range(1, auditors).Select(i => $"auditor-{i}")];
        var watch = Stopwatch.StartNew();
        AssignReviewsResponse given = await Service.Lead().Audits.AssignReviewsAsync(
            "many", "assign", subjects.Select(s => new Reviewer { Subject = s, HomeForces = { "kent" } }), Cancel);
        Assert.InRange(given.Shares.Max(s => s.Given) - given.Shares.Min(s => s.Given), 0, 1);
        TimeSpan assigned = watch.Elapsed;
        Task<WatchedAudit> watched = audit.WatchUntilAsync(a => a.Progress.AwaitingReview + a.Progress.AwaitingSecondReview == 0);
        watch.Restart();
        long[] submitted = await Task.WhenAll(subjects.Select(ReviewOwnAsync));
        TimeSpan took = watch.Elapsed;

        WatchedAudit progress = await watched;
        items = await audit.Inspection.ItemsAsync();
        Assert.Equal(given.Shares.Sum(s => s.Given), submitted.Sum());
        Assert.Equal(submitted.Sum(), items.Sum(i => i.History.Count));
        Assert.All(items, i => Assert.Equal(i.AssignedTo.Order(), i.History.Select(h => h.Actor).Order()));
        Assert.All(items, i => Assert.Equal(Expected(i), i.Review));
        Assert.Equal(size, progress.Progress.Settled + progress.Progress.WithForce);
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{size} items, {auditors} auditors, {submitted.Sum()} reviews: assigned in {assigned.TotalSeconds:F1} s, submitted in {took.TotalSeconds:F1} s"));

        async Task<long> ReviewOwnAsync(string subject)
        {
            IAuditClient auditor = Service.As(subject, "auditor", "kent").Audits;
            long made = 0;
            foreach (SampleItem item in await audit.ItemsAsync(auditor))
            {
                await auditor.SubmitReviewAsync("many", $"{subject} {item.UnitId}", item.UnitId, Expected(item), Cancel);
                made++;
            }

            return made;
        }
    }

    private static Review Expected(SampleItem item) =>
        item.Position % 7 == 0 ? Fail : item.Position % 3 == 0 ? Reviews.NoCrime() : Reviews.Of(Reviews.Decision(ReviewOutcome.Recorded));

    private static async Task<(int, int)> ExtendedAsync(ReviewedAudit audit, int additional, string requestId)
    {
        ExtendSampleResponse extended = await audit.ExtendAsync("reserves", additional, requestId);
        return ((int)extended.Drawn, (int)extended.SampleSize);
    }

    private Task<AbandonAuditResponse> AbandonAsync(string auditId) => Service.Lead().Audits.AbandonAsync(
        new AbandonAuditRequest { AuditId = auditId, RequestId = "abandon", Reason = "the force merged" }, Cancel);

    private static string[] UnitIds(string force, string code, int number) =>
        [.. Enumerable.Range(0, number).Select(i => Outsider.UnitId(force, $"{code}-{i}"))];

    private Task ReportsAsync(string force, string code, int number) => WriteAsync(
        Service, Enumerable.Range(0, number).Select(i => Told.Report(force, $"{code}-{i}", Moments.Reported, code, Told.Alleged("a1"))));
}
