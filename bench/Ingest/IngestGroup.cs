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
        IncidentUpdate[] updates = [.. SampleUpdates.Take(run.Size(200_000, 10_000))];
        IncidentUpdate[] few = [.. updates.Take(run.Size(10_000, 1_000))];
        var rounds = new IngestRounds();
        // The first round warms machine and file cache up, and is not counted.
        for (int round = 0; round <= run.Rounds; round++)
        {
            if (round == 1)
            {
                rounds = new IngestRounds();
            }

            await RoundAsync(rounds, updates, few, cancel);
            Progress.Say($"ingest round {round} of {run.Rounds}: {rounds.Streamed[^1]:N0}/s");
        }

        return new GroupResult(Name, About, Conditions(updates, few), [.. Figures(rounds)], []);
    }

    private static IReadOnlyList<string> Conditions(IncidentUpdate[] updates, IncidentUpdate[] few) =>
    [
        $"{updates.Length:N0} updates by event time from one writer, {updates.Average(u => u.CalculateSize()):N0} bytes each on average",
        $"messages of at most 500, turns and baseline transactions of at most {Batch:N0}",
        $"no receipt verified unless said; one-request EF Core with {few.Length:N0} updates, {Concurrency} requests at once",
    ];

    private static async Task RoundAsync(IngestRounds rounds, IncidentUpdate[] updates, IncidentUpdate[] few, CancellationToken cancel)
    {
        using var folder = new TemporaryFolder();
        string database;
        await using (ServerProcess server = await ServerProcess.StartAsync(folder.Path, cancel))
        {
            rounds.Streamed.Add(await StreamedUpdates.PerSecondAsync(server, updates, verify: 0, cancel));
            database = server.DatabaseFile;
        }

        rounds.SameRows.Add(SameRowsLimit.UpdatesPerSecond(database, folder.Path, Batch));
        rounds.LogRows.Add(SqliteLimit.UpdatesPerSecond(folder.Path, updates, Batch));
        rounds.Echo.Add(await OfAsync(f => ServerProcess.StartVerbAsync(EchoServer.Verb, f, cancel), updates, 0, cancel));
        rounds.DurableEcho.Add(await OfAsync(f => ServerProcess.StartVerbAsync(EchoServer.Durable, f, cancel), updates, 0, cancel));
        rounds.ByIncident.Add(await OfAsync(
            f => ServerProcess.StartAsync(f, cancel), [.. SampleUpdates.TakeByIncident(updates.Length)], 0, cancel));
        rounds.Verified.Add(await OfAsync(f => ServerProcess.StartAsync(f, cancel), updates, 1, cancel));
        using var instead = new TemporaryFolder();
        rounds.OneRequest.Add((await EntityFrameworkClient.OneByOneAsync(instead.Path, few, Concurrency, cancel)).PerSecond);
        using var batched = new TemporaryFolder();
        rounds.Batched.Add(await EntityFrameworkClient.BatchedPerSecondAsync(batched.Path, updates, Batch, cancel));
    }

    private static async Task<double> OfAsync(
        Func<string, Task<ServerProcess>> start, IReadOnlyCollection<IncidentUpdate> updates, double verify, CancellationToken cancel)
    {
        using var folder = new TemporaryFolder();
        await using ServerProcess server = await start(folder.Path);
        return await StreamedUpdates.PerSecondAsync(server, updates, verify, cancel);
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

        Figure Of(string id, string against, List<double> baseline, params Target[] targets) =>
            new($"ingest.stream/{id}", "streamed updates", Unit, streamed, against, new Series(baseline)) { Targets = targets };
    }
}
