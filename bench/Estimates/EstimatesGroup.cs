using Bench.Growth;
using Bench.Load;
using Bench.Results;
using Bench.Running;
using Bench.Sampling;
using Bench.Serving;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Bench.Estimates;

/// <summary>Recording rates estimated from a large audit.</summary>
internal sealed class EstimatesGroup : IBenchGroup
{
    /// <inheritdoc/>
    public string Name => "estimates";

    /// <inheritdoc/>
    public string About => "EstimateRecordingRate over an audit of ten thousand reviewed reports, the whole call from the client";

    /// <inheritdoc/>
    public async Task<GroupResult> RunAsync(BenchRun run, CancellationToken cancel)
    {
        int reports = run.Size(10_000, 300);
        using var folder = new TemporaryFolder();
        await using ServerProcess server = await ServerProcess.StartAsync(folder.Path, cancel);
        await using CrimeAuditClient lead = server.Client(roles: "lead");
        var audit = new ReviewedAudit(server, lead, reports);
        CallTimes reviews = await audit.ReviewAsync(cancel);
        var (estimated, read) = (new List<double>(), new List<double>());
        for (int round = 0; round <= run.Rounds; round++)
        {
            double asked = (await ParallelCalls.OneByOneAsync(
                run.Size(50, 5), () => lead.Rates.EstimateRecordingRateAsync(ReviewedAudit.Id, cancel))).Quantile(0.5);
            double bare = (await ParallelCalls.OneByOneAsync(5, () => Task.FromResult(Reviews(server.DatabaseFile)))).Quantile(0.5);
            // The first round warms up, and is not counted.
            if (round > 0)
            {
                estimated.Add(asked);
                read.Add(bare);
            }
        }

        string[] conditions =
        [
            $"{reports:N0} reports drawn from twice as many, one stratum, all reviewed, none final; p50 of {run.Size(50, 5)} calls one after the other",
            $"the reviews were submitted at {reviews.PerSecond:N0}/s, 32 at once, p99 {reviews.Latencies.Quantile(0.99):N0} ms",
        ];
        var figure = new Figure(
            "estimates.rate/reading", "EstimateRecordingRate, p50", "ms", new Series(estimated),
            "reading the reviews' payloads straight from SQLite", new Series(read))
        {
            MoreIsBetter = false,
            Targets = [Target.ValueAtMost(20)],
        };
        return new GroupResult(Name, About, conditions, [figure], []);
    }

    /// <summary>The least that an estimate must look at where nothing is kept ready.</summary>
    private static int Reviews(string file) => DatabaseFile.Ask(
        file, "SELECT p.payload FROM sample_items s JOIN entry_payloads p ON p.entry_index = s.review_entry").Sum(row => ((byte[])row[0]).Length);
}
