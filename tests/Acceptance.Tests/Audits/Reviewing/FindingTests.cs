using Acceptance.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Acceptance.Tests.Audits.Reviewing;

public abstract class FindingTests<TService>(TService service) : AcceptanceTests<TService>(service)
    where TService : ServiceUnderTest, new()
{
    private static readonly Review Fail = Reviews.Of(Reviews.Decision(ReviewOutcome.NotRecorded));

    [Fact]
    public async Task A_disputed_fail_is_reconsidered_by_another_and_arbitrated_in_the_end()
    {
        ReviewPolicy policy = Plans.OneReview();
        policy.Arbitrators.Add("an-arbitrator");
        (ReviewedAudit audit, string unit) = await FailedAsync("disputed", policy);
        await audit.DisputeAsync(unit, "finished incident rule");
        Assert.Equal(ItemState.Disputed, await audit.StateAsync(unit));

        // Who found it does not reconsider it, and nobody to whom it was not given does.
        AssignReviewsResponse given = await audit.AssignAsync("x-auditor", "y-auditor");
        Assert.Equal([("x-auditor", 0), ("y-auditor", 1)], given.Shares.Select(s => (s.Subject, (int)s.Given)));
        Assert.Equal(ErrorReason.AlreadyReviewed, (await RefusedAsync<AuditStateException>(() => audit.ReconsiderAsync("x-auditor", unit, Fail))).Reason);
        Assert.Equal(ErrorReason.NotAssigned, (await RefusedAsync<PermissionException>(() => audit.ReconsiderAsync("z-auditor", unit, Fail))).Reason);
        SampleItem shown = (await audit.ItemAsync(audit.Auditor("y-auditor"), unit)).Item;
        Assert.Equal(ReviewTask.Reconsider, shown.Task);
        Assert.Equal([(ItemStepKind.Reviewed, ""), (ItemStepKind.Disputed, "")], shown.History.Select(h => (h.Kind, h.Actor)));
        Assert.Equal("finished incident rule", shown.History[1].Reason);
        await audit.ReconsiderAsync("y-auditor", unit, Fail);
        Assert.Equal(ItemState.Upheld, await audit.StateAsync(unit));

        await audit.DisputeAsync(unit, "we insist");
        Assert.Equal(ItemState.InArbitration, await audit.StateAsync(unit));
        Assert.Equal(ErrorReason.NotAssigned, (await RefusedAsync<PermissionException>(() => audit.ArbitrateAsync(audit.Lead, unit, Fail))).Reason);
        SampleItem heard = Assert.Single(await audit.ItemsAsync(audit.Auditor("an-arbitrator")));
        Assert.Equal((ReviewTask.Arbitrate, 4), (heard.Task, heard.History.Count));
        Assert.All(heard.History, h => Assert.Empty(h.Actor));
        await audit.ArbitrateAsync(audit.Auditor("an-arbitrator"), unit, Reviews.NoCrime());
        SampleItem settled = await audit.ItemAsync(unit);
        Assert.Equal((ItemState.Settled, Reviews.NoCrime(), "an-arbitrator"), (settled.State, settled.Review, settled.Reviewer));
        Assert.Equal(
            [
                ItemStepKind.Reviewed, ItemStepKind.Disputed, ItemStepKind.Reconsidered, ItemStepKind.Disputed, ItemStepKind.Arbitrated,
            ],
            settled.History.Select(h => h.Kind));
        AuditStateException late = await RefusedAsync<AuditStateException>(() => audit.DisputeAsync(unit));
        Assert.Equal((ErrorReason.AuditState, "SETTLED"), (late.Reason, late.Precondition?.Type));
    }

    [Fact]
    public async Task A_reopened_item_is_judged_anew_and_nothing_of_its_history_is_lost()
    {
        (ReviewedAudit audit, string unit) = await FailedAsync("reopened", Plans.OneReview());
        await audit.AcceptAsync(unit);
        await audit.ReopenAsync(unit);
        await audit.AssignAsync("x-auditor", "y-auditor");
        await audit.ReconsiderAsync("y-auditor", unit, Fail);
        Assert.Equal(ItemState.WithForce, await audit.StateAsync(unit));
        await audit.DisputeAsync(unit);
        AssignReviewsResponse none = await audit.AssignAsync("x-auditor", "y-auditor");
        Assert.Equal(1, none.Unassigned);
        await audit.AssignAsync("z-auditor");
        await audit.ReconsiderAsync("z-auditor", unit, Reviews.NoCrime());
        SampleItem item = await audit.ItemAsync(unit);
        Assert.Equal(ItemState.Settled, item.State);
        Assert.Equal(
            [
                ItemStepKind.Reviewed, ItemStepKind.Accepted, ItemStepKind.Reopened, ItemStepKind.Reconsidered, ItemStepKind.Disputed,
                ItemStepKind.Reconsidered,
            ],
            item.History.Select(h => h.Kind));
        Assert.Equal(item.History.Select(h => h.EntryIndex).Order(), item.History.Select(h => h.EntryIndex));
    }

    [Fact]
    public async Task Silence_accepts_on_the_servers_clock_once_and_too_late_is_too_late()
    {
        await using TService empty = await EmptyServiceAsync();
        ReviewPolicy policy = Plans.OneReview();
        policy.ResponseWindow = Google.Protobuf.WellKnownTypes.Duration.FromTimeSpan(TimeSpan.FromDays(3));
        (ReviewedAudit audit, string unit) = await FailedAsync(empty, "silence", policy);
        SampleItem before = await audit.ItemAsync(unit);
        Assert.Equal(before.History[0].AcceptedTime.ToDateTimeOffset().AddDays(3), before.ResponseDue.ToDateTimeOffset());

        empty.Clock.Advance(TimeSpan.FromDays(3) - TimeSpan.FromMinutes(2));
        Assert.Equal(ItemState.WithForce, await audit.StateAsync(unit));
        Task<WatchedAudit> lapsed = audit.WatchUntilAsync(a => a.Progress.WithForce == 0);
        empty.Clock.Advance(TimeSpan.FromMinutes(2));
        AuditStateException late = await RefusedAsync<AuditStateException>(() => audit.DisputeAsync(unit));
        Assert.Contains(late.Reason, new[] { ErrorReason.ResponseWindowClosed, ErrorReason.AuditState });

        Assert.Equal(1, (await lapsed).Progress.Settled);
        SampleItem after = await audit.ItemAsync(unit);
        Assert.Equal([(ItemStepKind.Reviewed, "x-auditor"), (ItemStepKind.Lapsed, "")], after.History.Select(h => (h.Kind, h.Actor)));
        Assert.Equal(Fail, after.Review);
        long entries = await EntriesAsync(empty);
        empty.Clock.Advance(TimeSpan.FromMinutes(5));
        await audit.ReopenAsync(unit);
        Assert.Equal(entries + 1, await EntriesAsync(empty));
        InvalidRequestException taken = await Assert.ThrowsAsync<InvalidRequestException>(
            () => audit.Registrar.RespondToFindingAsync(
                new() { AuditId = audit.Id, RequestId = "server/lapse/1", UnitId = unit, Accept = true }, Cancel));
        Assert.Equal(["request_id"], taken.Violations.Select(v => v.Field));
    }

    [Fact]
    public async Task Two_who_differ_are_arbitrated_and_two_who_agree_are_not()
    {
        await ReportsAsync(Service, "dorset", "split", 9);
        var audit = new ReviewedAudit(Service, "split", "dorset");
        IReadOnlyList<SampleItem> items = await audit.DrawnAsync(new ReviewPolicy { SecondReviewShare = 1, PassReviewShare = 1 }, ("split", 3));
        AssignReviewsResponse given = await audit.AssignAsync("x-auditor", "y-auditor");
        Assert.Equal([3L, 3L], given.Shares.Select(s => s.Given));
        Review[] second = [Reviews.NoCrime(), Fail, Reviews.Of(Reviews.Decision(ReviewOutcome.Recorded))];
        Review[] first = [Reviews.NoCrime(), Fail, Fail];
        for (int i = 0; i < 3; i++)
        {
            await audit.ReviewAsync("y-auditor", items[i].UnitId, first[i]);
            Assert.Equal(ItemState.AwaitingSecondReview, await audit.StateAsync(items[i].UnitId));
            await audit.ReviewAsync("x-auditor", items[i].UnitId, second[i]);
        }

        Assert.Equal(
            [ItemState.Settled, ItemState.WithForce, ItemState.Split], (await audit.Inspection.ItemsAsync()).Select(i => i.State));
        await audit.ArbitrateAsync(audit.Lead, items[2].UnitId, Fail);
        Assert.Equal(ItemState.WithForce, await audit.StateAsync(items[2].UnitId));
    }

    [Fact]
    public async Task Passes_are_reviewed_again_blind_by_somebody_else()
    {
        await ReportsAsync(Service, "surrey", "passes", 5);
        var audit = new ReviewedAudit(Service, "passes", "surrey");
        IReadOnlyList<SampleItem> items = await audit.DrawnAsync(new ReviewPolicy { SecondReviewShare = 0, PassReviewShare = 1 }, ("passes", 2));
        await audit.AssignAsync("x-auditor");
        await audit.ReviewAsync("x-auditor", items[0].UnitId, Reviews.NoCrime());
        await audit.ReviewAsync("x-auditor", items[1].UnitId, Fail);
        Assert.Equal([ItemState.AwaitingPassReview, ItemState.WithForce], (await audit.Inspection.ItemsAsync()).Select(i => i.State));
        await audit.AssignAsync("x-auditor", "y-auditor");
        // Nothing tells the second that somebody passed it.
        SampleItem shown = Assert.Single(await audit.ItemsAsync(audit.Auditor("y-auditor")));
        Assert.Equal((ReviewTask.Review, false, ItemState.Unspecified), (shown.Task, shown.Reviewed, shown.State));
        Assert.Empty(shown.History);
        await audit.ReviewAsync("y-auditor", items[0].UnitId, Fail);
        Assert.Equal(ItemState.Split, await audit.StateAsync(items[0].UnitId));
    }

    private static Task<TException> RefusedAsync<TException>(Func<Task> call)
        where TException : Exception => Assert.ThrowsAsync<TException>(call);

    private Task<(ReviewedAudit Audit, string UnitId)> FailedAsync(string id, ReviewPolicy policy) => FailedAsync(Service, id, policy);

    /// <summary>An audit of one report, which has failed.</summary>
    private static async Task<(ReviewedAudit Audit, string UnitId)> FailedAsync(TService service, string id, ReviewPolicy policy)
    {
        await ReportsAsync(service, "kent", id, 4);
        var audit = new ReviewedAudit(service, id, "kent");
        IReadOnlyList<SampleItem> items = await audit.DrawnAsync(policy, (id, 1));
        await audit.AssignAsync("x-auditor");
        await audit.ReviewAsync("x-auditor", items[0].UnitId, Fail);
        return (audit, items[0].UnitId);
    }

    private static Task ReportsAsync(TService service, string force, string code, int number) => WriteAsync(
        service, Enumerable.Range(0, number).Select(i => Told.Report(force, $"{code}-{i}", Moments.Reported, code, Told.Alleged("a1"))));
}
