using Acceptance.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Acceptance.Tests.Audits;

public abstract class AuditOrderTests<TService>(TService service) : AcceptanceTests<TService>(service)
    where TService : ServiceUnderTest, new()
{
    [Fact]
    public async Task A_step_out_of_order_is_refused_with_the_state()
    {
        await SubmitAsync([.. Enumerable.Range(0, 5).Select(i => Told.Report("kent", $"r{i}", Moments.Reported, "theft"))]);
        var audit = new Inspection(Service, "order", "kent");
        await audit.CreateAsync(Plans.Of("kent", SeedSource.CommitReveal, ("theft", 2)));

        await AssertRefusedAsync("PLANNED", audit, () => audit.FreezeAsync("x"), () => audit.RevealAsLeadAsync("x"), () => audit.DrawAsync("x"));
        await audit.CommitAsLeadAsync();
        await AssertRefusedAsync("PLANNED", audit, () => audit.CommitAsLeadAsync("x"), () => audit.FreezeAsync("x"));
        await audit.CommitAsForceAsync();
        await AssertRefusedAsync(
            "COMMITTED", audit, () => audit.CommitAsForceAsync("x"), () => audit.RevealAsForceAsync("x"), () => audit.DrawAsync("x"));
        await audit.FreezeAsync();
        await AssertRefusedAsync("FROZEN", audit, () => audit.CommitAsLeadAsync("x"), () => audit.FreezeAsync("x"), () => audit.DrawAsync("x"));
        await audit.RevealAsLeadAsync();
        await AssertRefusedAsync("FROZEN", audit, () => audit.RevealAsLeadAsync("x"), () => audit.DrawAsync("x"));
        await audit.RevealAsForceAsync();
        await AssertRefusedAsync("SEEDED", audit, () => audit.RevealAsForceAsync("x"), () => audit.FreezeAsync("x"));
        await audit.DrawAsync();
        await AssertRefusedAsync(
            "DRAWN", audit, drawn: true, () => audit.DrawAsync("x"), () => audit.FreezeAsync("x"), () => audit.CommitAsLeadAsync("x"));
    }

    [Fact]
    public async Task The_sample_of_an_audit_abandoned_before_its_draw_is_empty_and_has_no_draw_to_prove()
    {
        var audit = new Inspection(Service, "undrawn", "kent");
        await audit.CreateAsync(Plans.Of("kent", SeedSource.Witnessed, ("theft", 2)));
        await audit.FreezeAsync();
        await Service.Lead().Audits.AbandonAsync(new() { AuditId = "undrawn", RequestId = "stop", Reason = "no auditors" }, Cancel);
        ListSampleItemsResponse sample = await Service.Lead().Audits.ListSampleItemsPageAsync(new() { AuditId = "undrawn" }, Cancel);
        Assert.Equal((0, null), (sample.Items.Count, sample.Draw));
    }

    [Fact]
    public async Task A_reveal_that_was_not_committed_to_is_refused()
    {
        var audit = new Inspection(Service, "other-reveal", "essex");
        await audit.CreateAsync(Plans.Of("essex", SeedSource.CommitReveal, ("theft", 2)));
        await audit.CommitAsLeadAsync();
        await audit.CommitAsForceAsync();
        await audit.FreezeAsync();
        InvalidRequestException refused = await Assert.ThrowsAsync<InvalidRequestException>(
            () => audit.RevealAsLeadAsync("reveal-other", "a better secret, chosen after the frame"));
        Assert.Equal(["reveal"], refused.Violations.Select(v => v.Field));
        Assert.Equal(AuditState.Seeded, (await RevealBothAsync(audit)).State);
    }

    [Fact]
    public async Task Only_the_parties_of_an_audit_take_its_steps()
    {
        await new Inspection(Service, "parties", "dorset").CreateAsync(Plans.Of("dorset", SeedSource.CommitReveal, ("theft", 2)));
        PermissionException foreign = await Assert.ThrowsAsync<PermissionException>(
            () => Service.Registrar("kent").Audits.CommitSeedAsync("parties", "c", Inspection.ForceSecret, Cancel));
        Assert.Equal(ErrorReason.ForceNotPermitted, foreign.Reason);
        PermissionException registrar = await Assert.ThrowsAsync<PermissionException>(
            () => Service.Registrar("dorset").Audits.FreezeFrameAsync("parties", "f", Cancel));
        Assert.Equal(ErrorReason.RoleMissing, registrar.Reason);
        Assert.Equal(
            ErrorReason.UnknownAudit,
            (await Assert.ThrowsAsync<NotFoundException>(() => Service.Lead().Audits.FreezeFrameAsync("nowhere", "f", Cancel))).Reason);
    }

    [Fact]
    public async Task A_review_is_of_a_drawn_report_by_another_force_and_only_once()
    {
        await SubmitAsync([.. Enumerable.Range(0, 9).Select(i => Told.Report("gwent", $"r{i}", Moments.Reported, "theft"))]);
        var audit = new Inspection(Service, "reviews", "gwent");
        IReadOnlyList<SampleItem> items = await audit.DrawnAsync(Plans.Of("gwent", SeedSource.Witnessed, ("theft", 3)));
        string drawn = items[0].UnitId;
        string undrawn = Enumerable.Range(0, 9).Select(i => $"gwent/storm/r{i}").First(id => items.All(item => item.UnitId != id));

        PermissionException own = await Assert.ThrowsAsync<PermissionException>(() => audit.ReviewAsync(drawn, Reviews.NoCrime(), home: "gwent"));
        Assert.Equal(ErrorReason.ForceNotPermitted, own.Reason);
        NotFoundException unknown = await Assert.ThrowsAsync<NotFoundException>(() => audit.ReviewAsync(undrawn, Reviews.NoCrime()));
        Assert.Equal((ErrorReason.UnknownSampleItem, undrawn), (unknown.Reason, unknown.Resource?.Name));
        InvalidRequestException blank = await Assert.ThrowsAsync<InvalidRequestException>(() => audit.ReviewAsync(drawn, new Review()));
        Assert.Equal(["review"], blank.Violations.Select(v => v.Field));

        SubmitReviewResponse taken = await audit.ReviewAsync(drawn, Reviews.NoCrime());
        SubmitReviewResponse again = await audit.ReviewAsync(drawn, Reviews.NoCrime());
        Assert.Equal((taken.EntryIndex, taken.AcceptedTime, true), (again.EntryIndex, again.AcceptedTime, again.Replayed));
        AuditStateException second = await Assert.ThrowsAsync<AuditStateException>(
            () => audit.ReviewAsync(drawn, Reviews.Of(Reviews.Decision(ReviewOutcome.Recorded)), requestId: "second-opinion"));
        Assert.Equal(ErrorReason.AlreadyReviewed, second.Reason);
        await Assert.ThrowsAsync<RequestIdReusedException>(
            () => audit.ReviewAsync(drawn, Reviews.Of(Reviews.Decision(ReviewOutcome.Recorded))));

        Assert.Equal([true, false, false], (await audit.ItemsAsync()).Select(i => i.Reviewed));
        Assert.Equal((true, 2), await InterimAsync(audit));
        await audit.ReviewAllAsync(items.Skip(1), _ => Reviews.NoCrime());
        Assert.Equal((false, 0), await InterimAsync(audit));
    }

    private static async Task<(bool Interim, long Pending)> InterimAsync(Inspection audit)
    {
        EstimateRecordingRateResponse estimate = await audit.EstimateAsync();
        return (estimate.Interim, estimate.PendingReviews);
    }

    private static async Task<Audit> RevealBothAsync(Inspection audit)
    {
        await audit.RevealAsForceAsync();
        return await audit.RevealAsLeadAsync();
    }

    private static Task AssertRefusedAsync(string state, Inspection audit, params Func<Task<Audit>>[] steps) =>
        AssertRefusedAsync(state, audit, drawn: false, steps);

    private static async Task AssertRefusedAsync(string state, Inspection audit, bool drawn, params Func<Task<Audit>>[] steps)
    {
        Func<Task>[] needASample =
            [() => audit.ItemsAsync(), () => audit.EstimateAsync(), () => audit.ReviewAsync("kent/storm/r1", Reviews.NoCrime())];
        foreach (Func<Task> step in drawn ? steps : steps.Concat(needASample))
        {
            AuditStateException refused = await Assert.ThrowsAsync<AuditStateException>(step);
            Assert.Equal((ErrorReason.AuditState, state), (refused.Reason, refused.Precondition?.Type));
            Assert.Contains(state, refused.Message, StringComparison.Ordinal);
        }
    }
}
