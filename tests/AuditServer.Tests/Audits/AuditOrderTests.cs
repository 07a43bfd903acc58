using AuditServer.Tests.Support;
using CrimeAudit.V1;
using Grpc.Core;

namespace AuditServer.Tests.Audits;

public sealed class AuditOrderTests(FeatureServer server) : IClassFixture<FeatureServer>
{
    private static readonly string[] OfDrawn =
        ["list", "assign", "extend", .. ItemSteps.All, "estimate", "final", "abandon"];

    private static readonly string[] Steps =
        ["commit-lead", "commit-force", "freeze", "reveal-lead", "reveal-force", "witness", "draw", .. OfDrawn];

    /// <summary>How each stage is reached, its state, and what may be done then.</summary>
    public static TheoryData<string, SeedSource, string[], string, string[]> Stages => new()
    {
        { "planned", SeedSource.CommitReveal, [], "PLANNED", ["commit-lead", "commit-force", "abandon"] },
        { "lead-committed", SeedSource.CommitReveal, ["commit-lead"], "PLANNED", ["commit-force", "abandon"] },
        { "force-committed", SeedSource.CommitReveal, ["commit-force"], "PLANNED", ["commit-lead", "abandon"] },
        { "committed", SeedSource.CommitReveal, ["commit-lead", "commit-force"], "COMMITTED", ["freeze", "abandon"] },
        { "frozen", SeedSource.CommitReveal, ["commit-lead", "commit-force", "freeze"], "FROZEN", ["reveal-lead", "reveal-force", "abandon"] },
        { "lead-revealed", SeedSource.CommitReveal, ["commit-lead", "commit-force", "freeze", "reveal-lead"], "FROZEN", ["reveal-force", "abandon"] },
        { "force-revealed", SeedSource.CommitReveal, ["commit-lead", "commit-force", "freeze", "reveal-force"], "FROZEN", ["reveal-lead", "abandon"] },
        { "seeded", SeedSource.CommitReveal, ["commit-lead", "commit-force", "freeze", "reveal-force", "reveal-lead"], "SEEDED", ["draw", "abandon"] },
        {
            "drawn", SeedSource.CommitReveal, ["commit-lead", "commit-force", "freeze", "reveal-force", "reveal-lead", "draw"], "DRAWN",
            OfDrawn
        },
        { "final", SeedSource.Witnessed, ["freeze", "witness", "draw", "final"], "FINAL", ["list", "estimate"] },
        { "abandoned", SeedSource.Witnessed, ["abandon"], "ABANDONED", ["list"] },
        { "abandoned-drawn", SeedSource.Witnessed, ["freeze", "witness", "draw", "abandon"], "ABANDONED", ["list"] },
        { "voided", SeedSource.CommitReveal, ["commit-lead", "commit-force", "freeze", "reveal-force", "withhold"], "VOIDED", [] },
        { "witnessed-planned", SeedSource.Witnessed, [], "PLANNED", ["freeze", "abandon"] },
        { "witnessed-frozen", SeedSource.Witnessed, ["freeze"], "FROZEN", ["witness", "abandon"] },
        { "witnessed-seeded", SeedSource.Witnessed, ["freeze", "witness"], "SEEDED", ["draw", "abandon"] },
    };

    [Theory]
    [MemberData(nameof(Stages))]
    public async Task Only_the_next_step_can_be_taken(string id, SeedSource source, string[] before, string state, string[] allowed)
    {
        var audit = new Inspection(server, id);
        await audit.Create(Given.Plan(source, ("none", 5)));
        foreach (string step in before)
        {
            Assert.Null(await TakeAsync(audit, step, step));
        }

        // What a reveal may look like depends on the plan; the other kind is a wrong field, not a wrong order.
        foreach (string step in Steps.Except(allowed).Where(s => (s == "witness") == (source == SeedSource.Witnessed) || !IsReveal(s)))
        {
            FeatureServer.Refusal? refusal = await TakeAsync(audit, step, $"again-{step}");
            Assert.NotNull(refusal);
            Assert.Equal((step, "AUDIT_STATE", state), (step, refusal.Reason, refusal.State));
            Assert.Contains(allowed.Contains("abandon") ? "next" : "nothing follows", refusal.Message, StringComparison.Ordinal);
        }

        Assert.Equal(state, (await audit.GetAsync()).State.ToString().ToUpperInvariant());
    }

    private static bool IsReveal(string step) => step is "witness" or "reveal-lead" or "reveal-force";

    private async Task<FeatureServer.Refusal?> TakeAsync(Inspection audit, string step, string requestId)
    {
        Task task = step switch
        {
            "commit-lead" => audit.Commit(true, requestId).ResponseAsync,
            "commit-force" => audit.Commit(false, requestId).ResponseAsync,
            "freeze" => audit.Freeze(requestId).ResponseAsync,
            "reveal-lead" => audit.Reveal(true, requestId: requestId).ResponseAsync,
            "reveal-force" => audit.Reveal(false, requestId: requestId).ResponseAsync,
            "witness" => audit.Witness(requestId: requestId).ResponseAsync,
            "draw" => audit.Draw(requestId).ResponseAsync,
            "list" => audit.List().ResponseAsync,
            "assign" => audit.Assign(requestId, "anna").ResponseAsync,
            "extend" => audit.Extend(requestId, "none").ResponseAsync,
            "final" => audit.Final(requestId).ResponseAsync,
            "abandon" => audit.Abandon(requestId).ResponseAsync,
            "estimate" => audit.Rate().ResponseAsync,
            "withhold" => audit.WithholdAsync(),
            _ => new ItemSteps(server, audit.Id).TakeAsync(step, "thames-valley/storm/1", requestId),
        };
        try
        {
            await task;
            return null;
        }
        catch (RpcException refused)
        {
            return FeatureServer.RefusalOf(refused);
        }
    }
}
