using Acceptance.Tests.Audits.Reviewing;
using Acceptance.Tests.Ledger;
using Acceptance.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Acceptance.Tests.Audits;

/// <summary>Evidence bundles as the service writes them, checked with nothing but the log's key.</summary>
/// <typeparam name="TService">The fixture of an engine.</typeparam>
public abstract class EvidenceTests<TService>(TService service) : AcceptanceTests<TService>(service)
    where TService : ServiceUnderTest, new()
{
    [Fact]
    public async Task A_final_audit_of_commit_and_reveal_is_proved_by_its_bundle_alone()
    {
        ReviewedAudit audit = await ReviewedAsync("kent", "evident");
        FinalizeAuditResponse final = await audit.FinalizeAsync();
        byte[] bundle = await ExportAsync("evident");

        BundleReport report = await VerifyAsync(bundle);

        Assert.Equal((AuditState.Final, SeedGuarantee.CommitReveal, true), (report.State, report.Guarantee, report.IsWhole));
        Assert.Equal(final.Estimate, report.Estimate);
        Assert.Equal(final.EntryIndex, report.Steps[^1].EntryIndex);
        Audit told = (await Service.Lead().Audits.GetAsync("evident", Cancel)).Audit;
        Assert.Equal(told.Frame, report.Frame);
        Assert.Equal(told.Strata.Select(s => (s.Name, s.FrameSize, s.SampleSize)), report.Strata.Select(s => (s.Name, s.FrameSize, s.Drawn)));
    }

    [Fact]
    public async Task A_sample_comes_with_the_proof_of_its_draw()
    {
        await ReviewedAsync("cleveland", "drawn");
        GetCheckpointResponse checkpoint = await Service.Lead().Ledger.GetCheckpointAsync(Cancel);

        ListSampleItemsResponse page = await Service.Lead().Audits.ListSampleItemsPageAsync(new() { AuditId = "drawn", PageSize = 4 }, Cancel);
        ListSampleItemsResponse next = await Service.Lead().Audits.ListSampleItemsPageAsync(
            new() { AuditId = "drawn", PageSize = 4, PageToken = page.NextPageToken }, Cancel);

        PlainVerifier.Check(page.Draw.Proof, page.Draw.EntryIndex, Assert.Single(checkpoint.VerifierKeys));
        SampleDrawn drawn = AuditEvent.Parser.ParseFrom(page.Draw.Proof.StoredBytes).Drawn;
        Assert.Equal(Outsider.Root([.. page.Items.Concat(next.Items).Take(5).Select(i => i.UnitId)]), drawn.SampleDigest.ToByteArray());
        Assert.Null(next.Draw);
    }

    [Fact]
    public async Task The_same_audit_at_the_same_checkpoint_gives_the_same_bytes()
    {
        await ReviewedAsync("essex", "repeatable");

        Assert.Equal(await ExportAsync("repeatable"), await ExportAsync("repeatable"));
    }

    [Fact]
    public async Task A_bundle_goes_on_being_proved_while_the_log_grows_and_holds_what_was_done_by_then()
    {
        ReviewedAudit audit = await ReviewedAsync("dorset", "growing");
        byte[] before = await ExportAsync("growing");
        await audit.FinalizeAsync();
        byte[] after = await ExportAsync("growing");

        BundleReport early = await VerifyAsync(before);
        BundleReport late = await VerifyAsync(after);

        Assert.Equal((AuditState.Drawn, false), (early.State, early.IsWhole));
        Assert.Equal((AuditState.Final, early.Steps.Count + 1), (late.State, late.Steps.Count));
    }

    [Fact]
    public async Task An_audit_that_was_given_up_and_one_just_planned_have_bundles_too()
    {
        await ReportsAsync("surrey", 4);
        var audit = new Inspection(Service, "given-up", "surrey");
        await audit.CreateAsync(Plans.Of("surrey", SeedSource.Witnessed, ("violence", 2)));
        Assert.Equal((AuditState.Planned, SeedGuarantee.NoSeed), Of(await VerifyAsync(await ExportAsync("given-up"))));
        await audit.FreezeAsync();
        Assert.Equal((AuditState.Frozen, SeedGuarantee.NoSeed), Of(await VerifyAsync(await ExportAsync("given-up"))));
        await audit.WitnessAsync("314159");
        Assert.Equal((AuditState.Seeded, SeedGuarantee.TrustInWitnesses), Of(await VerifyAsync(await ExportAsync("given-up"))));
        await audit.DrawAsync();
        await Service.Lead().Audits.AbandonAsync(new() { AuditId = "given-up", RequestId = "stop", Reason = "no auditors" }, Cancel);
        Assert.Equal((AuditState.Abandoned, SeedGuarantee.TrustInWitnesses), Of(await VerifyAsync(await ExportAsync("given-up"))));
    }

    [Fact]
    public async Task A_bundle_is_given_to_nobody_who_may_still_review_blind()
    {
        ReviewedAudit audit = await ReviewedAsync("sussex", "blind");
        CrimeAuditClient both = Service.As("a-both", "lead auditor", "kent");

        CrimeAuditException refused = await Assert.ThrowsAnyAsync<CrimeAuditException>(() => both.Audits.ExportAsync("blind", Stream.Null, Cancel));
        Assert.Equal(ErrorReason.AuditState, refused.Reason);
        foreach (CrimeAuditClient other in new[] { Service.Registrar("sussex"), Service.Auditor("kent"), Service.Reader("sussex") })
        {
            refused = await Assert.ThrowsAnyAsync<CrimeAuditException>(() => other.Audits.ExportAsync("blind", Stream.Null, Cancel));
            Assert.Equal(Grpc.Core.StatusCode.PermissionDenied, refused.StatusCode);
        }

        await audit.FinalizeAsync();
        await both.Audits.ExportAsync("blind", Stream.Null, Cancel);
    }

    [Fact]
    public async Task A_bundle_of_no_audit_is_refused()
    {
        CrimeAuditException refused = await Assert.ThrowsAnyAsync<CrimeAuditException>(
            () => Service.Lead().Audits.ExportAsync("nothing", Stream.Null, Cancel));
        Assert.Equal(ErrorReason.UnknownAudit, refused.Reason);
        refused = await Assert.ThrowsAnyAsync<CrimeAuditException>(() => Service.Lead().Audits.ExportAsync("No Id", Stream.Null, Cancel));
        Assert.Equal(ErrorReason.InvalidFields, refused.Reason);
    }

    private static (AuditState State, SeedGuarantee Guarantee) Of(BundleReport report) => (report.State, report.Guarantee);

    /// <summary>An audit with everything that can happen to its reports, settled.</summary>
    private async Task<ReviewedAudit> ReviewedAsync(string force, string id)
    {
        await ReportsAsync(force, 14);
        var audit = new ReviewedAudit(Service, id, force);
        AuditPlan plan = Plans.Of(force, SeedSource.CommitReveal, ("violence", 5));
        plan.ReviewPolicy = new ReviewPolicy { SecondReviewShare = 0, PassReviewShare = 0, Arbitrators = { "cleo" } };
        await audit.Inspection.CreateAsync(plan);
        await audit.Inspection.CommitAsLeadAsync();
        await audit.Inspection.CommitAsForceAsync();
        await audit.Inspection.FreezeAsync();
        await audit.Inspection.RevealAsForceAsync();
        await audit.Inspection.RevealAsLeadAsync();
        await audit.Inspection.DrawAsync();
        IReadOnlyList<SampleItem> items = await audit.Inspection.ItemsAsync();
        await audit.LostAsync(items[1].UnitId, "lost");
        await audit.ExtendAsync("violence", 2, "extend");
        await audit.AssignAsync("ann", "bob", "dora");
        await SettleAsync(audit);
        return audit;
    }

    /// <summary>The first fail is disputed, upheld, disputed again and arbitrated; the second is reconsidered as a pass; the others are accepted.</summary>
    private static async Task SettleAsync(ReviewedAudit audit)
    {
        SampleItem[] items = [.. (await audit.Inspection.ItemsAsync()).Where(i => i.State == ItemState.AwaitingReview)];
        foreach ((SampleItem item, int i) in items.Select((item, i) => (item, i)))
        {
            ReviewOutcome outcome = i < 3 ? ReviewOutcome.NotRecorded : i == 3 ? ReviewOutcome.Misclassified : ReviewOutcome.Recorded;
            await audit.ReviewAsync(item.AssignedTo[0], item.UnitId, Reviews.Of(Reviews.Decision(outcome)));
        }

        await audit.DisputeAsync(items[0].UnitId);
        await audit.DisputeAsync(items[1].UnitId);
        await audit.AssignAsync("ann", "bob", "dora");
        await audit.ReconsiderAsync((await audit.ItemAsync(items[0].UnitId)).AssignedTo[^1], items[0].UnitId, Reviews.Of(Reviews.Decision(ReviewOutcome.NotRecorded)));
        await audit.ReconsiderAsync((await audit.ItemAsync(items[1].UnitId)).AssignedTo[^1], items[1].UnitId, Reviews.NoCrime());
        await audit.DisputeAsync(items[0].UnitId, "once more");
        await audit.ArbitrateAsync(audit.Auditor("cleo"), items[0].UnitId, Reviews.Of(Reviews.Decision(ReviewOutcome.Misclassified)));
        await audit.Inspection.AcceptAllAsync();
    }

    private Task ReportsAsync(string force, int number) => WriteAsync(
        Service, Enumerable.Range(0, number).Select(i => Told.Report(force, $"log {i}/ü", Moments.Reported, "violence", Told.Alleged("a1"))));

    private Task<byte[]> ExportAsync(string id) => Bundles.ExportAsync(Service, id);

    private Task<BundleReport> VerifyAsync(byte[] bundle) => Bundles.VerifyAsync(Service, bundle);
}
