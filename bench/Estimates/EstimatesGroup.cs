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
    private const int Bare = 5;
    private const string Baseline = "reading the reviews' payloads straight from SQLite";

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
        var (estimated, moved, read) = (new List<double>(), new List<double>(), new List<double>());
        for (int round = 0; round <= run.Rounds; round++)
        {
            double asked = (await ParallelCalls.OneByOneAsync(
                run.Size(50, 5), () => lead.Rates.EstimateRecordingRateAsync(ReviewedAudit.Id, cancel))).Quantile(0.5);
            double anew = (await AskMovedAsync(audit, lead, $"round-{round}", cancel)).Quantile(0.5);
            double bare = (await ParallelCalls.OneByOneAsync(Bare, () => Task.FromResult(Reviews(server.DatabaseFile)))).Quantile(0.5);
            // The first round warms up, and is not counted.
            if (round > 0)
            {
                estimated.Add(asked);
                moved.Add(anew);
                read.Add(bare);
            }
        }

        string[] conditions =
        [
            $"{reports:N0} reports drawn from twice as many, one stratum, all reviewed, none final; p50 of {run.Size(50, 5)} calls one after the other",
            "after a step of the audit everything is read; until the next one the server keeps what it read",
            $"the reviews were submitted at {reviews.PerSecond:N0}/s, 32 at once, p99 {reviews.Latencies.Quantile(0.99):N0} ms",
        ];
        Figure[] figures =
        [
            new("estimates.rate/reading", "EstimateRecordingRate, p50", "ms", new Series(estimated), Baseline, new Series(read))
            {
                MoreIsBetter = false,
                Targets = [Target.ValueAtMost(20)],
            },
            new("estimates.moved/reading", "the same after a step of the audit, p50", "ms", new Series(moved), Baseline, new Series(read))
            {
                MoreIsBetter = false,
            },
        ];
        return new GroupResult(Name, About, conditions, figures, []);
    }

    /// <summary>Asks about an audit that has moved since the last question, as often as its reviews are read straight.</summary>
    private static async Task<Latencies> AskMovedAsync(ReviewedAudit audit, CrimeAuditClient lead, string requestId, CancellationToken cancel)
    {
        var latencies = new Latencies();
        for (int i = 0; i < Bare; i++)
        {
            await audit.MoveAsync($"{requestId}-{i}", cancel);
            latencies.AddAll([await ParallelCalls.OneByOneAsync(1, () => lead.Rates.EstimateRecordingRateAsync(ReviewedAudit.Id, cancel))]);
        }

        return latencies;
    }

    /// <summary>The least that an estimate must look at where nothing is kept ready.</summary>
    private static int Reviews(string file) => DatabaseFile.Ask(
        file, "SELECT p.payload FROM sample_items s JOIN entry_payloads p ON p.entry_index = s.review_entry").Sum(row => ((byte[])row[0]).Length);
}
