using Bench.Load;
using Bench.Results;
using Bench.Running;
using Bench.Serving;
using CrimeAudit.V1;

namespace Bench.Tree;

/// <summary>What the tree and its signed checkpoints cost a stream: the same server with and without them, by turns.</summary>
internal sealed class TreeGroup : IBenchGroup
{
    /// <inheritdoc/>
    public string Name => "tree";

    /// <inheritdoc/>
    public string About => "What provability costs a stream: the same server with its tree and signed checkpoints and without, by turns";

    /// <inheritdoc/>
    public async Task<GroupResult> RunAsync(BenchRun run, CancellationToken cancel)
    {
        int warm = run.Size(50_000, 20_000);
        IncidentUpdate[] updates = [.. SampleUpdates.Take(warm + run.Size(100_000, 10_000))];
        var (with, without) = (new List<double>(), new List<double>());
        for (int round = 1; round <= run.Rounds; round++)
        {
            double bare = await PerSecondAsync(folder => ServerProcess.StartVerbAsync(TreelessServer.Verb, folder, cancel), updates, warm, cancel);
            double whole = await PerSecondAsync(folder => ServerProcess.StartAsync(folder, cancel), updates, warm, cancel);
            Progress.Say($"tree round {round} of {run.Rounds}: {whole / bare:0.00}");
            with.Add(whole);
            without.Add(bare);
        }

        string[] conditions = [$"{updates.Length - warm:N0} updates by event time from one writer, after {warm:N0} that warmed up", "no receipt verified"];
        var figure = new Figure(
            "tree.with/without", "streamed with tree and signatures", "updates/s", new Series(with),
            "without", new Series(without));
        return new GroupResult(Name, About, conditions, [figure], []);
    }

    private static async Task<double> PerSecondAsync(
        Func<string, Task<ServerProcess>> start, IncidentUpdate[] updates, int warm, CancellationToken cancel)
    {
        using var folder = new TemporaryFolder();
        await using ServerProcess server = await start(folder.Path);
        return (await StreamedUpdates.FromStartAsync(server, updates, warm, verify: 0, cancel)).Warm;
    }
}
