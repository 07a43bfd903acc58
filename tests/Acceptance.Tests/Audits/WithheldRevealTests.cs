using Acceptance.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;
using Google.Protobuf.WellKnownTypes;

namespace Acceptance.Tests.Audits;

/// <summary>
/// Secrets that are kept back from an audit. Each test has a log of its own, since its clock goes on by days; that the entry replays is
/// what the rebuild at the end of each shows.
/// </summary>
/// <typeparam name="TService">The fixture of an engine.</typeparam>
public abstract class WithheldRevealTests<TService>(TService service) : AcceptanceTests<TService>(service)
    where TService : ServiceUnderTest, new()
{
    private static readonly TimeSpan Window = TimeSpan.FromDays(2);

    /// <summary>Longer than the service takes to look again.</summary>
    private static readonly TimeSpan AWhile = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task A_secret_withheld_past_its_time_voids_the_audit_once_and_says_whose_it_was()
    {
        await using TService told = await EmptyServiceAsync();
        (Inspection audit, Audit frozen) = await FrozenAsync(told, "withheld");
        Assert.Equal(frozen.Frame.FrozenTime + Duration.FromTimeSpan(Window), frozen.Seed.RevealDue);
        Task<List<WatchAuditResponse>> watched = AllAsync(told.Lead().Audits.WatchAsync("withheld", Cancel));
        await audit.RevealAsForceAsync();

        told.Clock.Advance(Window - AWhile);
        Assert.Equal(AuditState.Frozen, (await ReadAsync(told, "withheld")).State);
        told.Clock.Advance(AWhile);
        // Whether or not the entry stands by now, it is too late.
        AuditStateException late = await Assert.ThrowsAsync<AuditStateException>(() => audit.RevealAsLeadAsync());
        Assert.Equal(ErrorReason.AuditState, late.Reason);
        Assert.Contains(late.Precondition?.Type, new[] { "FROZEN", "VOIDED" });

        Assert.Equal(AuditState.Voided, (await watched)[^1].Audit.State);
        Audit voided = await ReadAsync(told, "withheld");
        Assert.Equal((AuditState.Voided, ""), (voided.State, voided.Seed.Seed));
        Assert.Equal([SeedParty.Lead], voided.Seed.WithheldBy);
        Assert.Equal(voided, Assert.Single(await AllAsync(told.Registrar("kent").Audits.ListAsync(Cancel))));
        await AssertOverAsync(audit);

        long entries = await EntriesAsync(told);
        told.Clock.Advance(AWhile);
        await told.RestartAsync();
        told.Clock.Advance(AWhile);
        Assert.Equal(entries, await EntriesAsync(told));
        Assert.Equal(voided, await ReadAsync(told, "withheld"));
        BundleReport report = await Bundles.VerifyAsync(told, await Bundles.ExportAsync(told, "withheld"));
        Assert.Equal((AuditState.Voided, SeedGuarantee.NoSeed), (report.State, report.Guarantee));
        Assert.Equal([SeedParty.Lead], report.WithheldBy);
    }

    [Fact]
    public async Task Both_parties_can_withhold_and_a_void_audit_moves_with_the_log_and_holds_no_report_back_from_being_erased()
    {
        await using TService told = await EmptyServiceAsync();
        await FrozenAsync(told, "both");
        AuditStateException held = await Assert.ThrowsAsync<AuditStateException>(() => EraseAsync(told));
        Assert.Equal(ErrorReason.EntryInAudit, held.Reason);
        await VoidAsync(told, "both");
        Audit voided = await ReadAsync(told, "both");
        Assert.Equal([SeedParty.Lead, SeedParty.Force], voided.Seed.WithheldBy);

        string log = told.FileOf("log.jsonl");
        Assert.Equal(0, (await told.VerbAsync("export", log)).Code);
        await using TService moved = await EmptyServiceAsync();
        await moved.RestartAsync(async () => Assert.Equal(0, (await moved.VerbAsync("import", log)).Code));
        Assert.Equal(voided, await ReadAsync(moved, "both"));
        Assert.Equal(1, (await EraseAsync(told)).RedactedEntries);
    }

    [Fact]
    public async Task Secrets_revealed_in_time_and_seeds_of_witnesses_are_never_withheld()
    {
        await using TService told = await EmptyServiceAsync();
        (Inspection audit, _) = await FrozenAsync(told, "in-time");
        var witnessed = new Inspection(told, "witnessed", "kent");
        await witnessed.CreateAsync(Plans.Of("kent", SeedSource.Witnessed, ("theft", 2)));
        Assert.Null((await witnessed.FreezeAsync()).Seed.RevealDue);
        await FrozenAsync(told, "late");
        told.Clock.Advance(Window - AWhile);
        await audit.RevealAsLeadAsync();
        await audit.RevealAsForceAsync();

        // When the third one is void, the service has looked at all of them.
        await VoidAsync(told, "late");

        Assert.Equal(AuditState.Seeded, (await ReadAsync(told, "in-time")).State);
        Assert.Equal(AuditState.Drawn, (await audit.DrawAsync()).State);
        Assert.Equal(AuditState.Seeded, (await witnessed.WitnessAsync("271828")).State);
    }

    private static async Task AssertOverAsync(Inspection audit)
    {
        Func<Task>[] steps = [() => audit.RevealAsLeadAsync("again"), () => audit.DrawAsync(), () => audit.FreezeAsync("again"), () => audit.ItemsAsync()];
        foreach (Func<Task> step in steps)
        {
            AuditStateException over = await Assert.ThrowsAsync<AuditStateException>(step);
            Assert.Equal((ErrorReason.AuditState, "VOIDED"), (over.Reason, over.Precondition?.Type));
        }
    }

    /// <summary>Lets the time to reveal pass, and waits until the service has seen it.</summary>
    private static async Task VoidAsync(TService told, string id)
    {
        told.Clock.Advance(Window);
        List<WatchAuditResponse> watched = await AllAsync(told.Lead().Audits.WatchAsync(id, Cancel));
        Assert.Equal(AuditState.Voided, watched[^1].Audit.State);
    }

    /// <summary>An audit of commit and reveal whose secrets are awaited.</summary>
    private static async Task<(Inspection Audit, Audit Frozen)> FrozenAsync(TService told, string id)
    {
        await WriteAsync(told, Enumerable.Range(0, 3).Select(i => Told.Report("kent", $"{id}-{i}", Moments.Reported, "theft")));
        var audit = new Inspection(told, id, "kent");
        AuditPlan plan = Plans.Of("kent", SeedSource.CommitReveal, ("theft", 2));
        plan.RevealWindow = Duration.FromTimeSpan(Window);
        await audit.CreateAsync(plan);
        await audit.CommitAsLeadAsync();
        await audit.CommitAsForceAsync();
        return (audit, await audit.FreezeAsync());
    }

    private static async Task<Audit> ReadAsync(TService told, string id) => (await told.Lead().Audits.GetAsync(id, Cancel)).Audit;

    private static Task<RedactEntryResponse> EraseAsync(TService told) =>
        told.Client("admin").Ledger.RedactEntryAsync(new() { EntryIndex = 0, RequestId = "erase", Reason = "granted" }, Cancel);
}
