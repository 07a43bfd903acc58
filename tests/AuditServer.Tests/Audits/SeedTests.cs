using AuditServer.Security;
using AuditServer.Tests.Support;
using CrimeAudit.V1;
using Google.Protobuf;
using Grpc.Core;

namespace AuditServer.Tests.Audits;

public sealed class SeedTests(FeatureServer server) : IClassFixture<FeatureServer>
{
    [Fact]
    public async Task A_reveal_must_be_what_was_committed_to()
    {
        Inspection audit = await FrozenAsync("mismatch");
        FeatureServer.Refusal refusal = await FeatureServer.RefusalOfAsync(audit.Reveal(lead: true, "not-what-was-committed"));
        Assert.Equal("INVALID_FIELDS", refusal.Reason);
        Assert.Equal(["reveal"], refusal.Fields);
        // Each party reveals its own secret: the other's does not fit either.
        Assert.Equal("INVALID_FIELDS", (await FeatureServer.RefusalOfAsync(audit.Reveal(lead: true, Given.ForceSecret))).Reason);
        Assert.Equal(AuditState.Frozen, (await audit.GetAsync()).State);
    }

    [Fact]
    public async Task A_reveal_is_checked_whole()
    {
        Inspection audit = await FrozenAsync("whole");
        FeatureServer.Refusal refusal = await FeatureServer.RefusalOfAsync(server.RevealSeed(
            new RevealSeedRequest { AuditId = "whole", Reveal = "short", WitnessStatement = "dice" }, server.Lead()));
        Assert.Equal(["request_id"], refusal.Fields);
        refusal = await FeatureServer.RefusalOfAsync(server.RevealSeed(
            new RevealSeedRequest { AuditId = audit.Id, RequestId = "r", Reveal = "short", WitnessStatement = "dice" }, server.Lead()));
        Assert.Equal(["reveal", "witness_statement"], refusal.Fields);
        refusal = await FeatureServer.RefusalOfAsync(server.CommitSeed(
            new CommitSeedRequest { AuditId = "No", Commitment = ByteString.CopyFrom(1, 2) }, server.Lead()));
        Assert.Equal(["audit_id", "request_id", "commitment"], refusal.Fields);
    }

    [Fact]
    public async Task Nobody_is_both_parties()
    {
        Metadata asLead = server.As("both", [Role.Lead]);
        Metadata asForce = server.As("both", [Role.Registrar], FeatureServer.Force);
        var audit = new Inspection(server, "both");
        await audit.Create(Given.Plan(SeedSource.CommitReveal, ("none", 5)));
        await audit.Commit(lead: true, by: asLead);
        Assert.Equal("FORCE_NOT_PERMITTED", await ReasonAsync(audit.Commit(lead: false, by: asForce)));
        await audit.Commit(lead: false);
        await audit.Freeze();
        await audit.Reveal(lead: true, by: asLead);
        Assert.Equal("FORCE_NOT_PERMITTED", await ReasonAsync(audit.Reveal(lead: false, by: asForce)));
        await audit.Reveal(lead: false);
        Assert.Equal(AuditState.Seeded, (await audit.GetAsync()).State);
    }

    [Fact]
    public async Task A_lead_has_no_hand_in_an_audit_of_the_own_force_not_even_as_its_registrar()
    {
        Metadata own = server.As("own", [Role.Lead, Role.Registrar], FeatureServer.Force);
        var audit = new Inspection(server, "own-force");
        Assert.Equal("FORCE_NOT_PERMITTED", await ReasonAsync(audit.Create(Given.Plan(SeedSource.CommitReveal, ("none", 5)), own)));
        await audit.Create(Given.Plan(SeedSource.CommitReveal, ("none", 5)));
        Assert.Equal("FORCE_NOT_PERMITTED", await ReasonAsync(audit.Commit(lead: true, by: own)));
        Assert.Equal("FORCE_NOT_PERMITTED", await ReasonAsync(audit.Commit(lead: false, by: own)));
    }

    [Fact]
    public async Task Only_the_audited_forces_registrar_and_leads_take_part()
    {
        Inspection audit = await FrozenAsync("parties");
        Assert.Equal("FORCE_NOT_PERMITTED", await ReasonAsync(audit.Commit(lead: false, "x", by: server.Registrar("kent"))));
        Assert.Equal("FORCE_NOT_PERMITTED", await ReasonAsync(audit.Reveal(lead: false, by: server.Registrar("kent"))));
        Assert.Equal("ROLE_MISSING", await ReasonAsync(audit.Reveal(lead: false, by: server.Auditor())));
        Assert.Equal("UNKNOWN_AUDIT", await ReasonAsync(new Inspection(server, "nowhere").Commit(lead: true)));
        Assert.Equal("UNKNOWN_AUDIT", await ReasonAsync(new Inspection(server, "nowhere").Reveal(lead: true)));
    }

    [Fact]
    public async Task A_witnessed_seed_is_stated_by_the_lead_alone()
    {
        var audit = new Inspection(server, "lead-alone");
        await audit.Create(Given.Plan(SeedSource.Witnessed, ("none", 5)));
        Assert.Equal("AUDIT_STATE", await ReasonAsync(audit.Commit(lead: true)));
        await audit.Freeze();
        Assert.Equal("ROLE_MISSING", await ReasonAsync(audit.Witness(by: server.Registrar())));
        Assert.Equal("INVALID_FIELDS", await ReasonAsync(audit.Reveal(lead: true)));
        Assert.Equal(AuditState.Seeded, (await audit.Witness()).Audit.State);
    }

    [Fact]
    public async Task No_step_takes_a_request_id_of_the_services_own()
    {
        Inspection audit = await FrozenAsync("own-ids");
        Assert.Equal(["request_id"], (await FeatureServer.RefusalOfAsync(audit.Commit(lead: true, "server/reveal-withheld"))).Fields);
        Assert.Equal(["request_id"], (await FeatureServer.RefusalOfAsync(audit.Freeze("server/reveal-withheld"))).Fields);
        Assert.Equal(["request_id"], (await FeatureServer.RefusalOfAsync(audit.Reveal(lead: true, requestId: "server/reveal-withheld"))).Fields);
        Assert.Equal(["request_id"], (await FeatureServer.RefusalOfAsync(audit.Draw("server/reveal-withheld"))).Fields);
    }

    private static async Task<string> ReasonAsync<T>(AsyncUnaryCall<T> call) => (await FeatureServer.RefusalOfAsync(call)).Reason;

    private async Task<Inspection> FrozenAsync(string id)
    {
        var audit = new Inspection(server, id);
        await audit.Create(Given.Plan(SeedSource.CommitReveal, ("none", 5)));
        await audit.Commit(lead: true);
        await audit.Commit(lead: false);
        await audit.Freeze();
        return audit;
    }
}
