using Bench.Baselines.Echo;
using Bench.Baselines.EntityFramework;
using Bench.Load;
using Bench.Results;
using Bench.Running;
using Bench.Serving;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Bench.Unary;

/// <summary>Single submits, many at once: what a busy service sees that does not stream.</summary>
internal sealed class UnaryGroup : IBenchGroup
{
    private const int Concurrency = 64;

    /// <inheritdoc/>
    public string Name => "unary";

    /// <inheritdoc/>
    public string About => $"SubmitIncident with {Concurrency} calls at once, each durable when it returns";

    /// <inheritdoc/>
    public async Task<GroupResult> RunAsync(BenchRun run, CancellationToken cancel)
    {
        int warm = run.Size(30_000, 5_000);
        IncidentUpdate[] updates = [.. SampleUpdates.Take(warm + run.Size(30_000, 3_000))];
        IncidentUpdate[] few = [.. updates.Take(run.Size(10_000, 1_000))];
        var (submitted, echoed, instead) = (new List<CallTimes>(), new List<CallTimes>(), new List<CallTimes>());
        for (int round = 0; round < run.Rounds; round++)
        {
            submitted.Add(await SubmitAsync(f => ServerProcess.StartAsync(f, cancel), updates, warm, cancel));
            echoed.Add(await SubmitAsync(f => ServerProcess.StartVerbAsync(EchoServer.Durable, f, cancel), updates, warm, cancel));
            using var folder = new TemporaryFolder();
            instead.Add(await EntityFrameworkClient.OneByOneAsync(folder.Path, few, Concurrency, cancel));
            Progress.Say($"unary round {round + 1} of {run.Rounds}: {submitted[^1].PerSecond:N0}/s");
        }

        string[] conditions =
        [
            $"{updates.Length - warm:N0} submits after {warm:N0} that warmed up, {Concurrency} at once over one connection; "
                + $"of EF Core {few.Length:N0}, the first half of them warms up",
            "no receipt verified; the limit of calls a client is out of the way",
            "the durable echo commits a bare log, many callers a transaction",
        ];
        return new GroupResult(Name, About, conditions, [.. Figures(submitted, echoed, instead)], []);
    }

    private static async Task<CallTimes> SubmitAsync(
        Func<string, Task<ServerProcess>> start, IncidentUpdate[] updates, int warm, CancellationToken cancel)
    {
        using var folder = new TemporaryFolder();
        await using ServerProcess server = await start(folder.Path);
        await using CrimeAuditClient client = server.Client();
        Task Submit(IncidentUpdate update, CancellationToken token) => client.Incidents.SubmitAsync(update, token);
        await ParallelCalls.RunAsync(updates[..warm], Concurrency, Submit, cancel);
        return await ParallelCalls.RunAsync(updates[warm..], Concurrency, Submit, cancel);
    }

    private static IEnumerable<Figure> Figures(List<CallTimes> submitted, List<CallTimes> echoed, List<CallTimes> instead)
    {
        const string Echo = "durable gRPC echo";
        const string Ef = "minimal API and EF Core";
        yield return new Figure(
            "unary.rate/durable-echo", "submits", "calls/s", Rate(submitted),
            Echo, Rate(echoed))
        {
            Targets = [Target.RatioAtLeast(0.5)],
        };
        yield return new Figure("unary.rate/ef-one", "submits", "calls/s", Rate(submitted), Ef, Rate(instead));
        yield return new Figure("unary.p50/durable-echo", "p50", "ms", Of(submitted, 0.5), Echo, Of(echoed, 0.5)) { MoreIsBetter = false };
        yield return new Figure("unary.p99/durable-echo", "p99", "ms", Of(submitted, 0.99), Echo, Of(echoed, 0.99))
        {
            MoreIsBetter = false,
            Targets = [Target.ValueAtMost(50)],
        };
        yield return new Figure("unary.p99/ef-one", "p99", "ms", Of(submitted, 0.99), Ef, Of(instead, 0.99)) { MoreIsBetter = false };
    }

    private static Series Rate(List<CallTimes> times) => new([.. times.Select(t => t.PerSecond)]);

    private static Series Of(List<CallTimes> times, double share) => new([.. times.Select(t => t.Latencies.Quantile(share))]);
}
