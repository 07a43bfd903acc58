using Acceptance.Tests.Audits;
using Acceptance.Tests.Incidents;
using Acceptance.Tests.Rates;
using Acceptance.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;
using Population = Acceptance.Tests.Rates.Population;

namespace Acceptance.Tests.Moving;

/// <summary>A log with something of everything: stories, batches, streams, withdrawals, volumes, and two audits among them.</summary>
internal sealed class ToldStory(ServiceUnderTest service)
{
    public const string Volumes = "moved";
    public const string Force = "kent";
    public const string CrimeForce = "essex";

    private readonly IncidentUpdate[] story = Story.Of(Force, "story");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Updates that were submitted one by one, with their receipts.</summary>
    public List<(IncidentUpdate Update, Receipt Receipt)> Submitted { get; } = [];

    public Inspection Witnessed => new(service, "witnessed", Force);

    public Inspection Committed => new(service, "committed", CrimeForce);

    public async Task TellAsync()
    {
        await SubmitAsync(story[..12]);
        await service.Submitter(Force).Incidents.SubmitBatchAsync([.. Reports(Force, "burglary", 30)], Cancel);
        await StreamAsync(CrimeForce, new Population(11, CrimeForce, Moments.Now).Incidents(60));
        await service.Lead().Rates.ImportVolumesAsync(Rates.Volumes.Of(Volumes, Force, ("2018-12-31", 192, 20, 392)), Cancel);
        await AuditWithWitnessesAsync();
        await SubmitAsync(story[12..]);
        await service.Submitter(CrimeForce).Incidents.SubmitBatchAsync([.. Reports(CrimeForce, "theft", 25), .. Reports(CrimeForce, "violence", 12)], Cancel);
        await AuditOfCommitAndRevealAsync();
        await StreamAsync(Force, new Population(12, Force, Moments.Now).Incidents(40));
    }

    private static IEnumerable<IncidentUpdate> Reports(string force, string openingCode, int number) => Enumerable.Range(0, number)
        .Select(i => Told.Report(force, $"{openingCode} {i}/\"ü\"\\", Moments.Reported, openingCode, Told.Alleged("a1")));

    private async Task AuditWithWitnessesAsync()
    {
        AuditPlan plan = Plans.Of(Force, SeedSource.Witnessed, ("burglary", 8), ("domestic", 0));
        plan.VolumesVersion = Volumes;
        IReadOnlyList<SampleItem> items = await Witnessed.DrawnAsync(plan);
        foreach (SampleItem item in items.Take(5))
        {
            Step();
            await Witnessed.ReviewAsync(item.UnitId, Reviews.Of(Reviews.Decision(item.Position == 2 ? ReviewOutcome.NotRecorded : ReviewOutcome.Recorded)));
        }

        await new ReviewStory(service, "witnessed", Force, Step).TellAsync(items);
    }

    private async Task AuditOfCommitAndRevealAsync()
    {
        await Committed.CreateAsync(Plans.Of(CrimeForce, SeedSource.CommitReveal, ("violence", 6), ("theft", 9)));
        await Committed.CommitAsLeadAsync();
        Step();
        await Committed.CommitAsForceAsync();
        await Committed.FreezeAsync();
        await SubmitAsync(Told.Report(CrimeForce, "after-the-freeze", Moments.Reported, "violence"));
        await Committed.RevealAsForceAsync();
        await Committed.RevealAsLeadAsync();
        Step();
        await Committed.DrawAsync();
        await Committed.AssignAsync();
        foreach (SampleItem item in await Committed.ItemsAsync())
        {
            // One after the other: told twice, the story gives the same log.
            await Committed.ReviewAsync(item.UnitId, item.Position % 3 == 0
                ? Reviews.NoCrime()
                : Reviews.Of(Reviews.Decision(item.Position % 2 == 0 ? ReviewOutcome.NotRecorded : ReviewOutcome.RecordedLate)));
        }
    }

    private async Task SubmitAsync(params IncidentUpdate[] updates)
    {
        foreach (IncidentUpdate update in updates)
        {
            Step();
            Submitted.Add((update, (await service.Submitter(update.Sender.Force).Incidents.SubmitAsync(update, Cancel)).Receipt));
        }
    }

    private async Task StreamAsync(string force, IEnumerable<IncidentUpdate> updates)
    {
        await using IncidentWriter writer = service.Submitter(force).Incidents.OpenWriter();
        foreach (IncidentUpdate update in updates)
        {
            await writer.WriteAsync(update, Cancel);
        }
    }

    /// <summary>Entries have times of their own.</summary>
    private void Step() => service.Clock.Advance(TimeSpan.FromSeconds(1.25));
}
