using Bench.Load;
using Bench.Results;
using Bench.Running;
using Bench.Serving;

namespace Bench.Watching;

/// <summary>How soon those who follow the log are told.</summary>
internal sealed class WatchGroup : IBenchGroup
{
    private const int PerSecond = 2_000;
    private const int Watchers = 100;
    private const int OpeningCodes = 30;

    /// <inheritdoc/>
    public string Name => "watch";

    /// <inheritdoc/>
    public string About => $"From the turn that commits an update to the watcher that is told of it, at {PerSecond:N0} updates a second";

    /// <inheritdoc/>
    public async Task<GroupResult> RunAsync(BenchRun run, CancellationToken cancel)
    {
        var warming = TimeSpan.FromSeconds(run.Size(10, 5));
        var time = TimeSpan.FromSeconds(run.Size(15, 3));
        var (alone, filtered, everything) = (new List<Latencies>(), new List<Latencies>(), new List<Latencies>());
        var reached = new List<double>();
        for (int round = 0; round < run.FewRounds; round++)
        {
            alone.Add(await OfAsync(1, _ => "", warming, time, reached, cancel));
            filtered.Add(await OfAsync(Watchers, w => $"code-{w % OpeningCodes}", warming, time, reached, cancel));
            everything.Add(await OfAsync(Watchers, _ => "", warming, time, reached, cancel));
            Progress.Say($"watch round {round + 1}: p99 {filtered[^1].Quantile(0.99):N0} and {everything[^1].Quantile(0.99):N0} ms");
        }

        string[] conditions =
        [
            $"one writer held at {PerSecond:N0} updates/s for {time.TotalSeconds:N0} s, after {warming.TotalSeconds:N0} s that warmed up; of that it reached {reached.Min():N0} at least; the watchers are in the client's process",
            "the time begins when the server takes the turn, before it is committed, so the commit counts; every delivery counts",
            $"told everything: at least {everything.Min(r => r.Count):N0} of {time.TotalSeconds * PerSecond * Watchers:N0} deliveries by 30 s after the end",
        ];
        return new GroupResult(
            Name,
            About,
            conditions,
            [
                Of("code", $"{Watchers} watchers, an opening code each", filtered, alone),
                Of("everything", $"{Watchers} watchers told everything", everything, alone),
            ],
            []);
    }

    private static async Task<Latencies> OfAsync(int watchers, Func<int, string> code, TimeSpan warming, TimeSpan time, List<double> reached, CancellationToken cancel)
    {
        using var folder = new TemporaryFolder();
        await using ServerProcess server = await ServerProcess.StartAsync(folder.Path, cancel);
        var stream = new WatchedStream(server, PerSecond);
        Latencies told = await stream.RunAsync(watchers, code, warming, time, cancel);
        reached.Add(stream.Reached);
        return told;
    }

    private static Figure Of(string id, string what, List<Latencies> measured, List<Latencies> alone) =>
        new($"watch.{id}/one", $"{what}, p99", "ms", P99(measured), "one watcher told everything", P99(alone))
        {
            MoreIsBetter = false,
            Targets = [Target.ValueAtMost(100)],
        };

    private static Series P99(List<Latencies> rounds) => new([.. rounds.Select(r => r.Quantile(0.99))]);
}
