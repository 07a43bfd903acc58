using Bench.Baselines;
using Bench.Baselines.Echo;
using Bench.Baselines.EntityFramework;
using Bench.Load;
using Bench.Results;
using Bench.Running;
using Bench.Serving;
using CrimeAudit.V1;

namespace Bench.Ingest;

/// <summary>Streamed ingest, the whole path: checked, sequenced, folded, counted, hashed, signed, durable, acknowledged.</summary>
internal sealed class IngestGroup : IBenchGroup
{
    private const int Batch = 1_000;
    private const int Concurrency = 64;
    private const string Unit = "updates/s";

    /// <inheritdoc/>
    public string Name => "ingest";

    /// <inheritdoc/>
    public string About => "Streamed ingest, the whole path to the durable acknowledgement, beside the limits and what one would write instead";

    /// <inheritdoc/>
    public async Task<GroupResult> RunAsync(BenchRun run, CancellationToken cancel)
    {
        int warm = run.Size(50_000, 20_000);
        IncidentUpdate[] updates = [.. SampleUpdates.Take(warm + run.Size(200_000, 10_000))];
        IncidentUpdate[] some = [.. updates.Take(run.Size(40_000, 6_000))];
        IncidentUpdate[] few = [.. updates.Take(run.Size(10_000, 1_000))];
        var rounds = new IngestRounds();
        for (int round = 1; round <= run.Rounds; round++)
        {
            await RoundAsync(rounds, updates, warm, some, few, cancel);
            Progress.Say($"ingest round {round} of {run.Rounds}: {rounds.Streamed[^1]:N0}/s");
        }

        string[] conditions =
        [
            $"{updates.Length - warm:N0} updates by event time from one writer, {updates.Average(u => u.CalculateSize()):N0} bytes each on average, "
                + $"after {warm:N0} that warmed the servers up",
            $"messages of at most 500, turns and baseline transactions of at most {Batch:N0}",
            $"no receipt verified unless said; EF Core with {few.Length:N0} updates, {Concurrency} requests at once, and with {some.Length:N0} "
                + "batched, the first half of each warms up",
        ];
        return new GroupResult(Name, About, conditions, [.. Figures(rounds)], []);
    }

    private static async Task RoundAsync(
        IngestRounds rounds, IncidentUpdate[] updates, int warm, IncidentUpdate[] some, IncidentUpdate[] few, CancellationToken cancel)
    {
        using var folder = new TemporaryFolder();
        string database;
        await using (ServerProcess server = await ServerProcess.StartAsync(folder.Path, cancel))
        {
            StartedRates streamed = await StreamedUpdates.FromStartAsync(server, updates, warm, verify: 0, cancel);
            rounds.Streamed.Add(streamed.Warm);
            rounds.Cold.Add(streamed.Cold);
            database = server.DatabaseFile;
        }

        rounds.SameRows.Add(SameRowsLimit.UpdatesPerSecond(database, folder.Path, Batch));
        rounds.LogRows.Add(SqliteLimit.UpdatesPerSecond(folder.Path, updates, Batch));
        rounds.Echo.Add(await OfAsync(f => ServerProcess.StartVerbAsync(EchoServer.Verb, f, cancel), updates, warm, 0, cancel));
        rounds.DurableEcho.Add(await OfAsync(f => ServerProcess.StartVerbAsync(EchoServer.Durable, f, cancel), updates, warm, 0, cancel));
        rounds.ByIncident.Add(await OfAsync(
            f => ServerProcess.StartAsync(f, cancel), [.. SampleUpdates.TakeByIncident(updates.Length)], warm, 0, cancel));
        rounds.Verified.Add(await OfAsync(f => ServerProcess.StartAsync(f, cancel), updates, warm, 1, cancel));
        using var instead = new TemporaryFolder();
        rounds.OneRequest.Add((await EntityFrameworkClient.OneByOneAsync(instead.Path, few, Concurrency, cancel)).PerSecond);
        using var batched = new TemporaryFolder();
        rounds.Batched.Add(await EntityFrameworkClient.BatchedPerSecondAsync(batched.Path, some, Batch, cancel));
    }

    private static async Task<double> OfAsync(
        Func<string, Task<ServerProcess>> start, IncidentUpdate[] updates, int warm, double verify, CancellationToken cancel)
    {
        using var folder = new TemporaryFolder();
        await using ServerProcess server = await start(folder.Path);
        return (await StreamedUpdates.FromStartAsync(server, updates, warm, verify, cancel)).Warm;
    }

    private static IEnumerable<Figure> Figures(IngestRounds rounds)
    {
        var streamed = new Series(rounds.Streamed);
        yield return Of("same-rows", "the same rows straight into SQLite", rounds.SameRows, Target.RatioAtLeast(0.5), Target.ValueAtLeast(20_000));
        yield return Of("log-rows", "the rows of a bare log straight into SQLite", rounds.LogRows);
        yield return Of("echo", "bare gRPC echo stream", rounds.Echo);
        yield return Of("durable-echo", "bare gRPC echo stream that commits a bare log", rounds.DurableEcho);
        yield return Of("ef-one", "minimal API and EF Core, a request an update", rounds.OneRequest, Target.RatioAtLeast(10));
        yield return Of("ef-batched", $"minimal API and EF Core, {Batch:N0} a request", rounds.Batched, Target.RatioAtLeast(3));
        yield return new Figure(
            "ingest.by-incident/by-time", "streamed incident by incident", Unit, new Series(rounds.ByIncident),
            "by event time", streamed);
        yield return new Figure(
            "ingest.verified/unverified", "streamed, every receipt verified", Unit, new Series(rounds.Verified),
            "none verified", streamed);
        yield return new Figure(
            "ingest.cold/warm", "streamed from the start of the server on", Unit, new Series(rounds.Cold),
            "once it is warm", streamed);

        Figure Of(string id, string against, List<double> baseline, params Target[] targets) =>
            new($"ingest.stream/{id}", "streamed updates", Unit, streamed, against, new Series(baseline)) { Targets = targets };
    }
}
