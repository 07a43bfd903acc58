using Acceptance.Tests.Audits.Reviewing;
using Acceptance.Tests.Support;
using CrimeAudit.V1;

namespace Acceptance.Tests.Audits.Inspections;

/// <summary>
/// An inspection played to its end by four auditors, a force that disputes, and an arbitrator: everybody finds the same, so that what
/// comes of it is what was published.
/// </summary>
internal sealed class PlayedInspection(ServiceUnderTest service, PublishedWave wave, string force)
{
    public const string Arbitrator = "cleo";

    private const int AtOnce = 4;

    /// <summary>Of the findings told, the force disputes every fifth, and of those upheld every second again.</summary>
    private const int DisputedOf = 5;

    private static readonly string[] Auditors = ["ann", "bob", "dora", "emil"];

    private readonly ReviewedAudit audit = new(service, wave.AuditId, force);
    private readonly Dictionary<string, Review> truth = new(StringComparer.Ordinal);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Plans, draws, reviews, disputes, decides, and makes final.</summary>
    public async Task<FinalizeAuditResponse> PlayAsync()
    {
        await DrawAsync();
        while (await ActAsync())
        {
            // Each round gives what has come up since to auditors who had no hand in it.
        }

        return await audit.FinalizeAsync();
    }

    private async Task DrawAsync()
    {
        await audit.Inspection.CreateAsync(Plan());
        await audit.Inspection.CommitAsLeadAsync();
        await audit.Inspection.CommitAsForceAsync();
        await audit.Inspection.FreezeAsync();
        await audit.Inspection.RevealAsLeadAsync();
        await audit.Inspection.RevealAsForceAsync();
        await audit.Inspection.DrawAsync();
        foreach (IGrouping<string, SampleItem> stratum in (await audit.Inspection.ItemsAsync()).GroupBy(i => i.Stratum))
        {
            foreach (SampleItem item in stratum)
            {
                truth.Add(item.UnitId, wave.TruthOf(item, (int)item.Position, stratum.Count()));
            }
        }
    }

    private AuditPlan Plan()
    {
        AuditPlan plan = Plans.Of(force, SeedSource.CommitReveal, [.. wave.Strata.Select(s => (s.Code, s.Sample))]);
        (plan.WindowFrom, plan.WindowTo) = ($"{wave.Month:yyyy-MM-dd}", $"{wave.Month.AddMonths(1).AddDays(-1):yyyy-MM-dd}");
        plan.ReviewPolicy = new ReviewPolicy { SecondReviewShare = 0.1, PassReviewShare = 0.05, Arbitrators = { Arbitrator } };
        return plan;
    }

    /// <summary>Does whatever is to be done with each item now.</summary>
    /// <returns>Whether there was anything.</returns>
    private async Task<bool> ActAsync()
    {
        await audit.AssignAsync(Auditors);
        SampleItem[] open = [.. (await audit.Inspection.ItemsAsync()).Where(i => i.State is not (ItemState.Settled or ItemState.Unavailable))];
        await Parallel.ForEachAsync(
            open.Select((item, i) => (item, i)),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = Cancel },
            async (next, _) => await ActAsync(next.item, next.i));
        return open.Length > 0;
    }

    private Task ActAsync(SampleItem item, int number) => item.State switch
    {
        ItemState.AwaitingReview => audit.ReviewAsync(item.AssignedTo[0], item.UnitId, truth[item.UnitId]),
        ItemState.AwaitingSecondReview or ItemState.AwaitingPassReview => audit.ReviewAsync(item.AssignedTo[^1], item.UnitId, truth[item.UnitId]),
        ItemState.WithForce => number % DisputedOf == 0 ? audit.DisputeAsync(item.UnitId) : audit.AcceptAsync(item.UnitId),
        ItemState.Upheld => number % 2 == 0 ? audit.DisputeAsync(item.UnitId, "once more") : audit.AcceptAsync(item.UnitId),
        ItemState.Disputed => audit.ReconsiderAsync(item.AssignedTo[^1], item.UnitId, truth[item.UnitId]),
        ItemState.InArbitration => audit.ArbitrateAsync(audit.Auditor(Arbitrator), item.UnitId, truth[item.UnitId]),
        _ => throw new InvalidOperationException($"{item.UnitId} is {item.State}, which nobody who finds the same can make of it."),
    };
}
