using Acceptance.Tests.Audits;
using Acceptance.Tests.Instances;
using Acceptance.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;
using Google.Protobuf;

namespace Acceptance.Tests.Hostile;

/// <summary>
/// What a server holds before it is attacked, so that random calls find something: incidents, an audit that waits for its
/// secrets, one whose frame is frozen, one under review and one that is final, and an incident in none of them, which can be
/// erased. All that was asked and answered is remembered.
/// </summary>
internal sealed class GivenState : IAsyncDisposable
{
    private const string Force = "kent";
    private const string Home = "cumbria";
    private const int Incidents = 24;
    private const int APage = 3;

    /// <summary>The name under which the entry of the incident in no frame is remembered.</summary>
    public const string Apart = "apart";

    private readonly string name;
    private readonly CrimeAuditClient force;
    private readonly CrimeAuditClient lead;
    private readonly CrimeAuditClient auditor;
    private readonly CancellationToken cancel;

    private GivenState(InstanceGroup group, string name, CancellationToken cancel)
    {
        (this.name, this.cancel) = (name, cancel);
        force = group.NewClient(0, "submitter reader registrar", Force);
        lead = group.NewClient(0, "lead admin");
        auditor = group.NewClient(0, "auditor", Home);
    }

    private SeenValues Seen { get; } = new();

    /// <summary>Gives it to a server.</summary>
    /// <param name="group">The server.</param>
    /// <param name="name">Part of every name in it.</param>
    /// <param name="accepted">Where receipts are noted.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>What went over the wire.</returns>
    public static async Task<SeenValues> GiveAsync(InstanceGroup group, string name, AcceptedEntries accepted, CancellationToken cancel)
    {
        await using var state = new GivenState(group, name, cancel);
        await state.SubmitAsync(accepted);
        await state.AuditAsync();
        await state.ReadAsync();
        return state.Seen;
    }

    public async ValueTask DisposeAsync()
    {
        await force.DisposeAsync();
        await lead.DisposeAsync();
        await auditor.DisposeAsync();
    }

    private async Task SubmitAsync(AcceptedEntries accepted)
    {
        var batch = new BatchSubmitIncidentsRequest();
        for (int i = 0; i < Incidents; i++)
        {
            string code = i % 2 == 0 ? "noise" : "violence";
            batch.Updates.Add(Told.Report(Force, $"{name}-{i}", Moments.Reported, code, Told.Alleged("a1", victim: $"v{i}")));
            batch.Updates.Add(Told.Crime(Force, $"{name}-{i}", $"{name}-c{i}", Moments.Reported.AddHours(i), answers: "a1"));
        }

        batch.Updates.Add(Told.Report(Force, $"{name}-final", Moments.Reported, "rape", Told.Alleged("a1", Codes.AdultRape)));
        batch.Updates.Add(Told.Report(Force, $"{name}-{Apart}", Moments.Reported, "robbery", Told.Alleged("a1", Codes.Robbery)));
        BatchSubmitIncidentsResponse answer = await force.Incidents.SubmitBatchAsync(batch, cancel);
        accepted.Add(Remembered(answer));
        Seen.Remember(batch);
        Seen.Remember(Apart, answer.Receipts[^1].EntryIndex);
    }

    private async Task AuditAsync()
    {
        string drawn = $"{name}-drawn";
        string final = $"{name}-final";
        (string, int)[] strata = [("noise", 5), ("violence", 0)];
        await CreateAsync($"{name}-planned", SeedSource.CommitReveal, strata);
        await CreateAsync($"{name}-frozen", SeedSource.Witnessed, strata);
        await lead.Audits.FreezeFrameAsync($"{name}-frozen", "freeze", cancel);
        await DrawAsync(drawn, strata);
        Remembered(await lead.Audits.ListSampleItemsPageAsync(new ListSampleItemsRequest { AuditId = drawn, PageSize = APage }, cancel));
        await ReviewAsync(drawn, "1", Reviews.Of(Reviews.Decision(ReviewOutcome.NotRecorded)));
        await ReviewAsync(drawn, "3", Reviews.NoCrime());
        await DrawAsync(final, ("rape", 0));
        await ReviewRestAsync(final);
        Remembered(await lead.Audits.FinalizeAsync(new FinalizeAuditRequest { AuditId = final, RequestId = "final" }, cancel));
    }

    private async Task DrawAsync(string audit, params (string, int)[] strata)
    {
        await CreateAsync(audit, SeedSource.Witnessed, strata);
        await lead.Audits.FreezeFrameAsync(audit, "freeze", cancel);
        await lead.Audits.RevealSeedAsync(audit, "witness", "271828182845", "ten dice thrown before the board", cancel);
        Remembered(await lead.Audits.DrawSampleAsync(audit, "draw", cancel));
        await lead.Audits.AssignReviewsAsync(audit, "assign", [new Reviewer { Subject = "a-auditor", HomeForces = { Home } }], cancel);
    }

    /// <summary>Reviews every item, those of earlier rounds too.</summary>
    private async Task ReviewRestAsync(string audit)
    {
        await foreach (SampleItem item in lead.Audits.ListSampleItemsAsync(new ListSampleItemsRequest { AuditId = audit }, cancel))
        {
            await auditor.Audits.SubmitReviewAsync(audit, $"review {item.UnitId}", item.UnitId, Reviews.Of(Reviews.Decision(ReviewOutcome.Recorded)), cancel);
        }
    }

    private async Task ReviewAsync(string audit, string incident, Review review)
    {
        string unit = $"{Force}/{Told.Command}/{name}-{incident}";
        Remembered(await auditor.Audits.SubmitReviewAsync(audit, $"review {incident}", unit, review, cancel));
    }

    private async Task CreateAsync(string id, SeedSource source, (string, int)[] strata) =>
        Remembered(await lead.Audits.CreateAsync(id, Plans.Of(Force, source, strata), cancel));

    private async Task ReadAsync()
    {
        Remembered(await force.Incidents.ListPageAsync(new ListIncidentsRequest { Force = Force, PageSize = APage }, cancel));
        Remembered(await force.Incidents.GetAsync(Force, Told.Command, $"{name}-1", cancel));
        Remembered(await lead.Incidents.ListOverduePageAsync(new ListOverdueRequest { PageSize = 1 }, cancel));
        Remembered(await lead.Audits.ListPageAsync(new ListAuditsRequest { PageSize = 1 }, cancel));
        Remembered(await lead.Rates.GetAccountedForAsync(Force, cancellationToken: cancel));
        Remembered(await lead.Ledger.GetReceiptAsync(0, cancel));
        Remembered(await lead.Raw.Reference.ListRuleVersionsAsync(new ListRuleVersionsRequest(), cancellationToken: cancel));
        Remembered(await lead.Raw.Reference.ListOffencesAsync(new ListOffencesRequest { EffectiveOn = "2026-04-01" }, cancellationToken: cancel));
        await foreach (WatchIncidentsResponse message in force.Incidents.WatchAsync(Force, resumeToken: "", cancel))
        {
            Seen.Remember("resume_token", message.ResumeToken);
            if (message.CaughtUp is not null)
            {
                break;
            }
        }
    }

    private T Remembered<T>(T answer)
        where T : IMessage
    {
        Seen.Remember(answer);
        return answer;
    }
}
