using Bench.Load;
using Bench.Results;
using Bench.Running;
using Bench.Serving;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Bench.Growth;

/// <summary>What a log of millions does to ingest, to live rates, to memory and to the file.</summary>
internal sealed class GrowthGroup : IBenchGroup
{
    /// <inheritdoc/>
    public string Name => "growth";

    /// <inheritdoc/>
    public string About => "Five million updates into one server, measured along the way";

    /// <inheritdoc/>
    public async Task<GroupResult> RunAsync(BenchRun run, CancellationToken cancel)
    {
        string folder = GrownLog.Begin(run);
        IReadOnlyList<GrowthStep> steps;
        long peak;
        string file;
        await using (ServerProcess server = await ServerProcess.StartAsync(folder, cancel))
        {
            steps = await GrowthSteps.RunAsync(server, GrownLog.Updates(run), cancel);
            peak = server.PeakWorkingSet;
            file = server.DatabaseFile;
        }

        GrownLog.Finish(run);
        double message = SampleUpdates.Take(10_000).Average(u => u.CalculateSize());
        string[] conditions =
        [
            $"{GrownLog.Updates(run):N0} updates by event time from one writer, {message:N0} bytes each on average",
            $"{steps.Count} steps of {steps[0].Parts.Values.Count} parts; the straight writing of a bare log takes turns with the server after each step",
        ];
        return new GroupResult(Name, About, conditions, [.. Figures(steps, peak, message, file)], [.. Curves(steps)]);
    }

    private static IEnumerable<Figure> Figures(IReadOnlyList<GrowthStep> steps, long peak, double message, string file)
    {
        (GrowthStep first, GrowthStep last) = (steps[0], steps[^1]);
        yield return new Figure("growth.ingest/first", "streamed at the end", "updates/s", last.Parts, "at the beginning", first.Parts)
        {
            Targets = [Target.RatioAtLeast(0.8)],
        };
        yield return new Figure(
            "growth.bare-log/first", "straight into SQLite at the end", "updates/s", Series.Of(last.BareLog),
            "at the beginning", Series.Of(first.BareLog));
        yield return new Figure(
            "growth.memory/first", "most memory the server held", "MB", Series.Of(peak / 1e6),
            "after the first step", Series.Of(first.WorkingSet / 1e6))
        {
            MoreIsBetter = false,
            Targets = [Target.ValueAtMost(400)],
        };
        yield return new Figure(
            "growth.rate/first", "live rate, p50, at the end", "ms", Series.Of(last.RateMilliseconds),
            "after the first step", Series.Of(first.RateMilliseconds))
        {
            MoreIsBetter = false,
        };
        yield return Bytes("database", "database", last.DatabaseBytes);
        foreach ((string name, long bytes) in DatabaseFile.BytesByTable(file).Where(t => t.Bytes >= last.Updates))
        {
            yield return Bytes(name, name.StartsWith("sqlite_autoindex_", StringComparison.Ordinal) ? $"unique index of {name[17..]}" : name, bytes);
        }

        Figure Bytes(string id, string what, long bytes) => new(
            $"growth.bytes/{id}", $"{what}, an update", "bytes", Series.Of((double)bytes / last.Updates), "its message", Series.Of(message))
        {
            MoreIsBetter = false,
        };
    }

    private static IEnumerable<Curve> Curves(IReadOnlyList<GrowthStep> steps)
    {
        const string Stored = "updates stored, millions";
        double[] stored = [.. steps.Select(s => s.Updates / 1e6)];
        yield return new Curve("growth-ingest", "Streamed ingest while the log grows", Stored, "updates/s",
        [
            new("server", stored, [.. steps.Select(s => s.Parts.Median)]),
            new("bare log straight into SQLite", stored, [.. steps.Select(s => s.BareLog)]),
        ]);
        yield return new Curve("growth-memory", "Memory of the server while the log grows", Stored, "MB",
            [new("working set", stored, [.. steps.Select(s => s.WorkingSet / 1e6)])]);
        yield return new Curve("growth-rate", "Live rate while the log grows", Stored, "p50, ms",
            [new("all of the force", stored, [.. steps.Select(s => s.RateMilliseconds)])]);
        yield return new Curve("growth-bytes", "Bytes an update while the log grows", Stored, "bytes",
            [new("database", stored, [.. steps.Select(s => (double)s.DatabaseBytes / s.Updates)])]);
    }
}
