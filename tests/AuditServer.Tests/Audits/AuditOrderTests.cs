using AuditServer.Tests.Support;
using CrimeAudit.V1;
using Grpc.Core;

namespace AuditServer.Tests.Audits;

public sealed class AuditOrderTests(FeatureServer server) : IClassFixture<FeatureServer>
{
    private static readonly string[] Steps =
        ["commit-lead", "commit-force", "freeze", "reveal-lead", "reveal-force", "witness", "draw", "list", "review", "estimate"];

    /// <summary>How each stage is reached, its state, and what may be done then.</summary>
    public static TheoryData<string, SeedSource, string[], string, string[]> Stages => new()
    {
        { "planned", SeedSource.CommitReveal, [], "PLANNED", ["commit-lead", "commit-force"] },
        { "lead-committed", SeedSource.CommitReveal, ["commit-lead"], "PLANNED", ["commit-force"] },
        { "force-committed", SeedSource.CommitReveal, ["commit-force"], "PLANNED", ["commit-lead"] },
        { "committed", SeedSource.CommitReveal, ["commit-lead", "commit-force"], "COMMITTED", ["freeze"] },
        { "frozen", SeedSource.CommitReveal, ["commit-lead", "commit-force", "freeze"], "FROZEN", ["reveal-lead", "reveal-force"] },
        { "lead-revealed", SeedSource.CommitReveal, ["commit-lead", "commit-force", "freeze", "reveal-lead"], "FROZEN", ["reveal-force"] },
        { "force-revealed", SeedSource.CommitReveal, ["commit-lead", "commit-force", "freeze", "reveal-force"], "FROZEN", ["reveal-lead"] },
        { "seeded", SeedSource.CommitReveal, ["commit-lead", "commit-force", "freeze", "reveal-force", "reveal-lead"], "SEEDED", ["draw"] },
        {
            "drawn", SeedSource.CommitReveal, ["commit-lead", "commit-force", "freeze", "reveal-force", "reveal-lead", "draw"], "DRAWN",
            ["list", "review", "estimate"]
        },
        { "witnessed-planned", SeedSource.Witnessed, [], "PLANNED", ["freeze"] },
        { "witnessed-frozen", SeedSource.Witnessed, ["freeze"], "FROZEN", ["witness"] },
        { "witnessed-seeded", SeedSource.Witnessed, ["freeze", "witness"], "SEEDED", ["draw"] },
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
            Assert.Contains("next", refusal.Message, StringComparison.Ordinal);
        }

        Assert.Equal(state, (await audit.GetAsync()).State.ToString().ToUpperInvariant());
    }

    private static bool IsReveal(string step) => step is "witness" or "reveal-lead" or "reveal-force";

    private static async Task<FeatureServer.Refusal?> TakeAsync(Inspection audit, string step, string requestId)
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
            "review" => audit.Review("thames-valley/storm/1", Given.NoCrime()).ResponseAsync,
            _ => audit.Rate().ResponseAsync,
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
