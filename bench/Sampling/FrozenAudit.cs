using System.Globalization;
using Bench.Load;
using Bench.Running;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Bench.Sampling;

/// <summary>An audit of one stratum, its seed produced before witnesses.</summary>
/// <param name="audits">The lead's.</param>
/// <param name="id">Its id.</param>
/// <param name="sample">Reports to draw.</param>
internal sealed class FrozenAudit(IAuditClient audits, string id, int sample)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>Creates it over the first million reports, in whole days.</summary>
    public Task CreateAsync(BenchRun run, CancellationToken cancel) =>
        CreateAsync((int)(SampleUpdates.Apart * run.Size(1_000_000, 10_000) / Day), cancel);

    /// <summary>Creates it over the reports of the first days.</summary>
    public Task CreateAsync(int days, CancellationToken cancel) => audits.CreateAsync(
        id,
        new AuditPlan
        {
            Force = SampleUpdates.Force,
            WindowFrom = Date(SampleUpdates.Start),
            WindowTo = Date(SampleUpdates.Start + ((days - 1) * Day)),
            SeedSource = SeedSource.Witnessed,
            ReviewPolicy = new ReviewPolicy { SecondReviewShare = 0, PassReviewShare = 0 },
            Strata = { new Stratum { Name = "all", Population = Population.Incidents, Filter = new StratumFilter(), SampleSize = sample } },
        },
        cancel);

    /// <summary>Freezes its frame.</summary>
    public Task FreezeAsync(CancellationToken cancel) => audits.FreezeFrameAsync(id, "freeze", cancel);

    /// <summary>Units of its frame.</summary>
    public async Task<long> FrameSizeAsync(CancellationToken cancel) => (await audits.GetAsync(id, cancel)).Audit.Strata[0].FrameSize;

    /// <summary>Tells the seed.</summary>
    public Task WitnessAsync(CancellationToken cancel) => audits.RevealSeedAsync(id, "witness", "271828182845", "ten dice", cancel);

    /// <summary>Draws its sample.</summary>
    public Task DrawAsync(CancellationToken cancel) => audits.DrawSampleAsync(id, "draw", cancel);

    private static string Date(DateTimeOffset day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
