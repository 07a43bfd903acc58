using Bench.Load;
using Bench.Sampling;
using Bench.Serving;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Bench.Estimates;

/// <summary>An audit of which every item is reviewed: four in five required crimes recorded, one in ten reports without one.</summary>
/// <param name="server">Where it is.</param>
/// <param name="lead">Its lead.</param>
/// <param name="reports">Reports in its sample.</param>
internal sealed class ReviewedAudit(ServerProcess server, CrimeAuditClient lead, int reports)
{
    /// <summary>Its id.</summary>
    public const string Id = "large";

    private const int Reviewers = 32;
    private const int UpdatesAReport = 3;
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>Takes it from an empty log to the last review.</summary>
    /// <returns>What submitting the reviews took.</returns>
    public async Task<CallTimes> ReviewAsync(CancellationToken cancel)
    {
        await using CrimeAuditClient force = server.Client();
        int updates = 2 * reports * UpdatesAReport;
        await StreamedUpdates.PerSecondAsync(force, SampleUpdates.Take(updates), updates, cancel);
        var audit = new FrozenAudit(lead.Audits, Id, reports);
        await audit.CreateAsync(Math.Max(1, (int)(SampleUpdates.Apart * 2 * reports / Day)), cancel);
        await audit.FreezeAsync(cancel);
        await audit.WitnessAsync(cancel);
        await audit.DrawAsync(cancel);
        var reviewer = new Reviewer { Subject = ServerProcess.Subject("auditor"), HomeForces = { ServerProcess.InspectorsHome } };
        await lead.Audits.AssignReviewsAsync(Id, "assign", [reviewer], cancel);
        return await SubmitAsync(await ItemsAsync(cancel), cancel);
    }

    /// <summary>Takes a step after the last review: another report comes into the sample, to be reviewed by nobody.</summary>
    public Task MoveAsync(string requestId, CancellationToken cancel) => lead.Audits.ExtendSampleAsync(
        new ExtendSampleRequest { AuditId = Id, RequestId = requestId, Stratum = "all", Additional = 1 }, cancel);

    private async Task<IReadOnlyList<string>> ItemsAsync(CancellationToken cancel)
    {
        var units = new List<string>();
        await foreach (SampleItem item in lead.Audits.ListSampleItemsAsync(Id, cancel))
        {
            units.Add(item.UnitId);
        }

        return units;
    }

    private async Task<CallTimes> SubmitAsync(IReadOnlyList<string> units, CancellationToken cancel)
    {
        await using CrimeAuditClient auditor = server.Client(roles: "auditor");
        return await ParallelCalls.RunAsync(
            [.. units.Index()],
            Reviewers,
            (unit, token) => auditor.Audits.SubmitReviewAsync(Id, $"review-{unit.Index}", unit.Item, Review(unit.Index), token),
            cancel);
    }

    private static Review Review(int place) => place % 10 == 0
        ? new Review { NoCrime = new NoCrimeRequired { RuleParagraph = "General Rules A" } }
        : new Review { Crimes = new CrimesFound { Decisions = { Decision(missing: place % 5 == 1) } } };

    private static CrimeDecision Decision(bool missing) => new()
    {
        Offence = new Offence { Code = "105/01" },
        Outcome = missing ? ReviewOutcome.NotRecorded : ReviewOutcome.Recorded,
        CrimeRef = missing ? "" : "c1",
        Safeguarding = missing ? Evidence.NotEvident : Evidence.Unspecified,
        Investigation = missing ? Evidence.Evident : Evidence.Unspecified,
        WhyMissed = missing ? WhyMissed.NoClearEvidence : WhyMissed.Unspecified,
    };
}
