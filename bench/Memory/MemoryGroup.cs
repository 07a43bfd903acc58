using Bench.Baselines.Echo;
using Bench.Load;
using Bench.Results;
using Bench.Running;
using Bench.Serving;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Bench.Memory;

/// <summary>What a streamed update costs the server in memory and processor time.</summary>
internal sealed class MemoryGroup : IBenchGroup
{
    /// <inheritdoc/>
    public string Name => "memory";

    /// <inheritdoc/>
    public string About => "What a streamed update costs the server: bytes allocated, collections in steady state, processor time";

    /// <inheritdoc/>
    public async Task<GroupResult> RunAsync(BenchRun run, CancellationToken cancel)
    {
        int warm = run.Size(100_000, 10_000);
        int counted = run.Size(400_000, 40_000);
        var (server, echo) = (new List<CollectorCounts>(), new List<CollectorCounts>());
        for (int round = 0; round < run.FewRounds; round++)
        {
            server.Add(await OfAsync(f => ServerProcess.StartAsync(f, cancel), warm, counted, cancel));
            echo.Add(await OfAsync(f => ServerProcess.StartVerbAsync(EchoServer.Durable, f, cancel), warm, counted, cancel));
            Progress.Say($"memory round {round + 1}: {server[^1].AllocatedBytes / counted:N0} bytes an update");
        }

        string[] conditions = [$"{counted:N0} updates by event time from one writer, after {warm:N0} that warmed up", "counted from the runtime's events"];
        const string Against = "bare gRPC echo that commits a bare log";
        return new GroupResult(
            Name,
            About,
            conditions,
            [
                Of("allocated", "allocated an update", "bytes", c => (double)c.AllocatedBytes / counted),
                Of("gen2", "gen-2 collections, a million updates", "", c => c.Gen2Collections * 1e6 / counted),
                Of("large", "allocated as large objects, an update", "bytes", c => (double)c.LargeObjectBytes / counted),
                Of("processor", "processor time of the server, an update", "µs", c => c.ProcessorTime.TotalMicroseconds / counted),
                Of("working-set", "most memory held", "MB", c => c.PeakWorkingSet / 1e6),
            ],
            []);

        Figure Of(string id, string what, string unit, Func<CollectorCounts, double> value) =>
            new($"memory.{id}/echo", what, unit, new Series([.. server.Select(value)]), Against, new Series([.. echo.Select(value)]))
            {
                MoreIsBetter = false,
            };
    }

    private static async Task<CollectorCounts> OfAsync(Func<string, Task<ServerProcess>> start, int warm, int counted, CancellationToken cancel)
    {
        using var folder = new TemporaryFolder();
        await using ServerProcess server = await start(folder.Path);
        await using CrimeAuditClient client = server.Client();
        using IEnumerator<IncidentUpdate> told = SampleUpdates.Take(warm + counted).GetEnumerator();
        await StreamedUpdates.PerSecondAsync(client, told.Next(warm), warm, cancel);
        using var events = CollectorEvents.Of(server.ProcessId);
        TimeSpan before = server.ProcessorTime;
        await StreamedUpdates.PerSecondAsync(client, told.Next(counted), counted, cancel);
        return await events.StopAsync(cancel) with
        {
            PeakWorkingSet = server.PeakWorkingSet,
            ProcessorTime = server.ProcessorTime - before,
        };
    }
}
