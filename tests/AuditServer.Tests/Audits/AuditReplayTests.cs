using AuditServer.Tests.Support;
using CrimeAudit.V1;

namespace AuditServer.Tests.Audits;

public sealed class AuditReplayTests(FeatureServer server) : IClassFixture<FeatureServer>
{
    [Fact]
    public async Task Each_step_asked_again_gets_its_first_answer_however_far_the_audit_has_gone()
    {
        await server.SubmitAsync(Given.Reports(5, "a-code"));
        var audit = new Inspection(server, "replayed");
        AuditPlan plan = Given.Plan(SeedSource.CommitReveal, ("a-code", 2));
        Func<Task<Audit>>[] steps =
        [
            async () => (await audit.Create(plan)).Audit,
            async () => (await audit.Commit(lead: true)).Audit,
            async () => (await audit.Commit(lead: false)).Audit,
            async () => (await audit.Freeze()).Audit,
            async () => (await audit.Reveal(lead: false)).Audit,
            async () => (await audit.Reveal(lead: true)).Audit,
            async () => (await audit.Draw()).Audit,
        ];
        var first = new List<Audit>();
        foreach (Func<Task<Audit>> step in steps)
        {
            first.Add(await step());
        }

        await audit.Assign("assign", "anna");
        string unit = (await audit.ItemsAsync())[0].UnitId;
        SubmitReviewResponse review = await audit.Review(unit, Given.NoCrime());
        long size = await SizeAsync();
        for (int i = 0; i < steps.Length; i++)
        {
            Assert.Equal(first[i], await steps[i]());
        }

        SubmitReviewResponse again = await audit.Review(unit, Given.NoCrime());
        Assert.Equal((review.EntryIndex, review.AcceptedTime, true), (again.EntryIndex, again.AcceptedTime, again.Replayed));
        Assert.False(review.Replayed);
        Assert.Equal(size, await SizeAsync());
        Assert.Equal(1, (await audit.GetAsync()).Strata[0].Reviewed);
    }

    [Fact]
    public async Task A_request_id_with_other_content_is_refused()
    {
        await server.SubmitAsync(Given.Reports(5, "a-code"));
        var audit = new Inspection(server, "reused");
        AuditPlan plan = Given.Plan(SeedSource.CommitReveal, ("a-code", 2));
        await audit.Create(plan);
        Assert.Equal("AUDIT_EXISTS", await ReasonAsync(audit.Create(Given.Plan(SeedSource.Witnessed, ("a-code", 2)))));
        Assert.Equal("AUDIT_EXISTS", await ReasonAsync(audit.Create(plan, server.As("another", ["lead"]))));
        await audit.Commit(lead: true, "one");
        Assert.Equal("REQUEST_ID_REUSED", await ReasonAsync(audit.Commit(lead: true, "one", "another-secret-0123456789")));
        Assert.Equal("REQUEST_ID_REUSED", await ReasonAsync(audit.Commit(lead: false, "one")));
        Assert.Equal("REQUEST_ID_REUSED", await ReasonAsync(audit.Commit(lead: false, "create")));
        await audit.Commit(lead: false, "two");
        Assert.Equal("REQUEST_ID_REUSED", await ReasonAsync(audit.Freeze("two")));
        await audit.Freeze("three");
        await audit.Reveal(lead: true, requestId: "four");
        await audit.Reveal(lead: false, requestId: "five");
        Assert.Equal("REQUEST_ID_REUSED", await ReasonAsync(audit.Reveal(lead: true, "another-secret-0123456789", "four")));
        Assert.Equal("REQUEST_ID_REUSED", await ReasonAsync(audit.Draw("three")));
        await audit.Draw("six");
        await audit.Assign("assign", "anna");
        IReadOnlyList<SampleItem> items = await audit.ItemsAsync();
        SubmitReviewResponse first = await audit.Review(items[0].UnitId, Given.NoCrime(), "seven");
        FeatureServer.Refusal reused = await FeatureServer.RefusalOfAsync(
            audit.Review(items[0].UnitId, Given.Found(Given.Decision(ReviewOutcome.Recorded)), "seven"));
        Assert.Equal(("REQUEST_ID_REUSED", $"{first.EntryIndex}"), (reused.Reason, reused.Metadata["entry_index"]));
        Assert.Equal("REQUEST_ID_REUSED", await ReasonAsync(audit.Review(items[0].UnitId, Given.NoCrime(), "seven", server.Auditor("another"))));
    }

    private static async Task<string> ReasonAsync<T>(Grpc.Core.AsyncUnaryCall<T> call) => (await FeatureServer.RefusalOfAsync(call)).Reason;

    private async Task<long> SizeAsync() =>
        (await server.GetAudit(new GetAuditRequest { AuditId = "replayed" }, server.Lead())).AsOf.TreeSize;
}
