using System.Diagnostics;
using Bench.Baselines;
using Bench.Load;
using Bench.Results;
using Bench.Running;
using Bench.Serving;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Bench.Growth;

/// <summary>Grows a log step by step, and looks at the server after each.</summary>
internal static class GrowthSteps
{
    private const int Steps = 10;
    private const int Parts = 5;
    private const int Batch = 1_000;
    private const int RatesAsked = 50;

    /// <summary>Grows it.</summary>
    /// <param name="server">An empty server.</param>
    /// <param name="updates">How far.</param>
    /// <param name="cancel">Ends it.</param>
    public static async Task<IReadOnlyList<GrowthStep>> RunAsync(ServerProcess server, int updates, CancellationToken cancel)
    {
        using var folder = new TemporaryFolder();
        using var bare = new LogRows(Path.Combine(folder.Path, "bare.db"));
        await using CrimeAuditClient client = server.Client();
        // Client and server are compiled by a hundredth of the updates, before anything counts.
        await StreamedUpdates.PerSecondAsync(client, SampleUpdates.Take(updates / 100), updates / 100, cancel);
        var steps = new List<GrowthStep>();
        using IEnumerator<IncidentUpdate> told = SampleUpdates.Take(updates, skip: updates / 100).GetEnumerator();
        for (int step = 1; step <= Steps; step++)
        {
            steps.Add(await StepAsync(server, client, bare, told, step * (updates / Steps), updates / Steps, cancel));
            Progress.Say($"growth {steps[^1].Updates:N0}: {steps[^1].Parts.Median:N0}/s");
        }

        return steps;
    }

    private static async Task<GrowthStep> StepAsync(
        ServerProcess server, CrimeAuditClient client, LogRows bare, IEnumerator<IncidentUpdate> told, int reached, int size, CancellationToken cancel)
    {
        var parts = new List<double>();
        var straight = TimeSpan.Zero;
        for (int part = 0; part < Parts; part++)
        {
            IncidentUpdate[] updates = [.. told.Next(size / Parts)];
            parts.Add(await StreamedUpdates.PerSecondAsync(client, updates, updates.Length, cancel));
            long started = Stopwatch.GetTimestamp();
            foreach (IncidentUpdate[] chunk in updates.Chunk(Batch))
            {
                bare.Append(chunk);
            }

            straight += Stopwatch.GetElapsedTime(started);
        }

        Latencies asked = await ParallelCalls.OneByOneAsync(
            RatesAsked, () => client.Rates.GetAccountedForAsync(SampleUpdates.Force, cancellationToken: cancel));
        return new GrowthStep(
            reached, new Series(parts), size / straight.TotalSeconds, server.WorkingSet, DatabaseFile.Bytes(server.DatabaseFile), asked.Quantile(0.5));
    }
}
