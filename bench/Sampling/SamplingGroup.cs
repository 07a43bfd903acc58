using System.Diagnostics;
using Bench.Growth;
using Bench.Load;
using Bench.Results;
using Bench.Running;
using Bench.Serving;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Bench.Sampling;

/// <summary>A frame of a million reports frozen, and a sample drawn from it.</summary>
internal sealed class SamplingGroup : IBenchGroup
{
    private const int Sample = 2_000;

    /// <inheritdoc/>
    public string Name => "sampling";

    /// <inheritdoc/>
    public string About => $"A frame of a million reports frozen while updates stream in, and a sample of {Sample:N0} drawn from it";

    /// <inheritdoc/>
    public async Task<GroupResult> RunAsync(BenchRun run, CancellationToken cancel)
    {
        using var folder = new TemporaryFolder();
        await GrownLog.CopyAsync(run, folder.Path, cancel);
        await using ServerProcess server = await ServerProcess.StartAsync(folder.Path, cancel);
        await using CrimeAuditClient lead = server.Client(roles: "lead");
        await using CrimeAuditClient force = server.Client();
        var rounds = new SamplingRounds();
        for (int round = 0; round < run.FewRounds; round++)
        {
            await RoundAsync(run, rounds, server, lead, force, cancel);
            Progress.Say($"sampling round {round + 1}: freeze {rounds.Freeze[^1]:N0} ms, draw {rounds.Draw[^1]:N0} ms");
        }

        string[] conditions =
        [
            $"log of {GrownLog.Updates(run):N0} updates and what earlier rounds added; frame of {rounds.FrameSize:N0} reports, one stratum, {Sample:N0} drawn",
            "baselines on one thread; ingest meanwhile by one writer, its rate without a freeze right before",
        ];
        return new GroupResult(Name, About, conditions, [.. rounds.Figures()], []);
    }

    private static async Task RoundAsync(
        BenchRun run, SamplingRounds rounds, ServerProcess server, CrimeAuditClient lead, CrimeAuditClient force, CancellationToken cancel)
    {
        var alone = new FrozenAudit(lead.Audits, $"alone-{Guid.NewGuid():n}", Sample);
        await alone.CreateAsync(run, cancel);
        rounds.Freeze.Add(await MillisecondsAsync(() => alone.FreezeAsync(cancel)));
        rounds.FrameSize = await alone.FrameSizeAsync(cancel);
        await alone.WitnessAsync(cancel);
        rounds.Draw.Add(await MillisecondsAsync(() => alone.DrawAsync(cancel)));

        string[] units = BareSampling.Units(rounds.FrameSize);
        rounds.Hashed.Add(BareSampling.HashMilliseconds(units));
        rounds.OrderByRandom.Add(BareSampling.OrderByRandomMilliseconds(server.DatabaseFile, Sample));
        rounds.WrittenStraight.Add(BareSampling.WriteMilliseconds(units));

        var beside = new FrozenAudit(lead.Audits, $"beside-{Guid.NewGuid():n}", Sample);
        await beside.CreateAsync(run, cancel);
        await using var ingest = SteadyIngest.Start(force, skip: GrownLog.Updates(run) + rounds.Added);
        await ingest.WarmAsync(run.Size(20_000, 2_000), cancel);
        rounds.IngestBefore.Add(await ingest.PerSecondAsync(() => Task.Delay(TimeSpan.FromMilliseconds(rounds.Freeze[^1]), cancel)));
        rounds.IngestMeanwhile.Add(await ingest.PerSecondAsync(
            async () => rounds.FreezeBesideIngest.Add(await MillisecondsAsync(() => beside.FreezeAsync(cancel)))));
        rounds.Added += await ingest.StopAsync();
    }

    private static async Task<double> MillisecondsAsync(Func<Task> step)
    {
        long started = Stopwatch.GetTimestamp();
        await step();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }
}
