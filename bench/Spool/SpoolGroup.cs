using System.Diagnostics;
using Bench.Load;
using Bench.Results;
using Bench.Running;
using Bench.Serving;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Bench.Spool;

/// <summary>What it costs a writer to keep its updates on disk until they have their results, beside the writer that keeps them in memory.</summary>
internal sealed class SpoolGroup : IBenchGroup
{
    private const int Together = 500;

    private static readonly (string Id, string What, bool FlushToDisk, int Together)[] Ways =
    [
        ("system", "spool left to the operating system", false, 1),
        ("disk", "spool on the disk before the next write", true, 1),
        ("disk-together", $"spool on the disk, {Together} writes at a time", true, Together),
    ];

    /// <inheritdoc/>
    public string Name => "spool";

    /// <inheritdoc/>
    public string About => "What a writer's spool on disk costs, until the last acknowledgement, beside the writer that keeps updates in memory";

    /// <inheritdoc/>
    public async Task<GroupResult> RunAsync(BenchRun run, CancellationToken cancel)
    {
        IncidentUpdate[] updates = [.. SampleUpdates.Take(run.Size(20_000, 2_000))];
        var memory = new List<double>();
        List<double>[] spooled = [.. Ways.Select(_ => new List<double>())];
        // Not counted: it warms this process up.
        await PerSecondAsync(updates, flushToDisk: null, together: 1, cancel);
        for (int round = 1; round <= run.Rounds; round++)
        {
            memory.Add(await PerSecondAsync(updates, flushToDisk: null, together: 1, cancel));
            for (int way = 0; way < Ways.Length; way++)
            {
                spooled[way].Add(await PerSecondAsync(updates, Ways[way].FlushToDisk, Ways[way].Together, cancel));
            }

            Progress.Say($"spool round {round} of {run.Rounds}");
        }

        Figure[] figures =
        [
            .. Ways.Select((way, i) => new Figure(
                $"spool.{way.Id}/memory", way.What, "updates/s", new Series(spooled[i]), "in memory", new Series(memory))),
        ];
        return new GroupResult(Name, About, [$"{updates.Length:N0} updates from one writer", "no receipt verified"], figures, []);
    }

    private static async Task<double> PerSecondAsync(IncidentUpdate[] updates, bool? flushToDisk, int together, CancellationToken cancel)
    {
        using var folder = new TemporaryFolder();
        await using ServerProcess server = await ServerProcess.StartAsync(folder.Path, cancel);
        await using CrimeAuditClient client = server.Client(verify: 0);
        SpoolOptions? spool = flushToDisk is { } flush ? new() { Directory = Path.Combine(folder.Path, "spool"), FlushToDisk = flush } : null;
        long started = Stopwatch.GetTimestamp();
        await using IncidentWriter writer = client.Incidents.OpenWriter(new IncidentWriterOptions { Spool = spool });
        foreach (IncidentUpdate[] few in updates.Chunk(together))
        {
            await Task.WhenAll(few.Select(update => writer.WriteAsync(update, cancel).AsTask()));
        }

        await writer.FlushAsync(cancel);
        return updates.Length / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
