using Bench.Growth;
using Bench.Load;
using Bench.Results;
using Bench.Running;
using Bench.Serving;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Bench.Rates;

/// <summary>What asking for a live rate takes, by each breakdown: of a small log, of a grown one, and by scanning what the counts spare.</summary>
internal sealed class RatesGroup : IBenchGroup
{
    /// <inheritdoc/>
    public string Name => "rates";

    /// <inheritdoc/>
    public string About => "Live rates over the kept counts, the whole call from the client, beside GROUP BY over the incidents";

    /// <inheritdoc/>
    public async Task<GroupResult> RunAsync(BenchRun run, CancellationToken cancel)
    {
        string grown = await GrownLog.FolderAsync(run, cancel);
        using var folder = new TemporaryFolder();
        await using ServerProcess small = await ServerProcess.StartAsync(folder.Path, cancel);
        await using CrimeAuditClient few = small.Client();
        int updates = run.Size(50_000, 5_000);
        await StreamedUpdates.PerSecondAsync(few, SampleUpdates.Take(updates), updates, cancel);
        await using ServerProcess large = await ServerProcess.StartAsync(grown, cancel);
        await using CrimeAuditClient many = large.Client();
        var figures = new List<Figure>();
        foreach (Breakdown breakdown in Enum.GetValues<Breakdown>())
        {
            // The server of the large log has only just started, and that of the small one has taken every update.
            await MedianAsync(Asked(run), () => many.Rates.GetAccountedForAsync(SampleUpdates.Force, breakdown, cancel));
        }

        foreach (Breakdown breakdown in Enum.GetValues<Breakdown>())
        {
            figures.AddRange(await OfAsync(run, breakdown, few.Rates, many.Rates, large.DatabaseFile, cancel));
        }

        string[] conditions =
        [
            $"p50 of {Asked(run)} calls one after the other, {run.Rounds} times by turns; {updates:N0} and {GrownLog.Updates(run):N0} updates of one force",
            "40 areas, 30 opening codes, 8 channels, 3 qualifiers; the scan reads what the server derived, without a call around it",
        ];
        return new GroupResult(Name, About, conditions, figures, []);
    }

    private static int Asked(BenchRun run) => run.Size(200, 20);

    private static async Task<IEnumerable<Figure>> OfAsync(
        BenchRun run, Breakdown breakdown, IRateClient few, IRateClient many, string file, CancellationToken cancel)
    {
        var (ofFew, ofMany, scanned) = (new List<double>(), new List<double>(), new List<double>());
        for (int round = 0; round <= run.Rounds; round++)
        {
            double small = await MedianAsync(Asked(run), () => few.GetAccountedForAsync(SampleUpdates.Force, breakdown, cancel));
            double large = await MedianAsync(Asked(run), () => many.GetAccountedForAsync(SampleUpdates.Force, breakdown, cancel));
            // The first round warms up, and is not counted.
            if (round > 0)
            {
                ofFew.Add(small);
                ofMany.Add(large);
                scanned.Add(await MedianAsync(3, () => Task.FromResult(DatabaseFile.Ask(file, Scan(breakdown)))));
            }
        }

        string what = breakdown == Breakdown.Unspecified ? "whole force" : $"by {breakdown}";
        return
        [
            new Figure($"rates.{breakdown}/scan", $"live rate, {what}", "ms", new Series(ofMany), "GROUP BY over the incidents", new Series(scanned))
            {
                MoreIsBetter = false,
                Targets = [Target.ValueAtMost(breakdown == Breakdown.Unspecified ? 5 : 20)],
            },
            new Figure($"rates.{breakdown}/small", $"live rate, {what}", "ms", new Series(ofMany), "of the small log", new Series(ofFew))
            {
                MoreIsBetter = false,
                Targets = [Target.RatioAtMost(1.3)],
            },
        ];
    }

    private static async Task<double> MedianAsync<T>(int times, Func<Task<T>> ask) =>
        (await ParallelCalls.OneByOneAsync(times, ask)).Quantile(0.5);

    /// <summary>The rate as a table without counts would give it: one pass over the incidents' rows.</summary>
    private static string Scan(Breakdown breakdown)
    {
        string by = breakdown switch
        {
            Breakdown.Month => "strftime('%Y-%m', reported_micros / 1000000, 'unixepoch')",
            Breakdown.Area => "area",
            Breakdown.Channel => "channel",
            Breakdown.OpeningCode => "opening_code",
            Breakdown.ClosingCode => "closing_code",
            Breakdown.Qualifier => "qualifiers",
            Breakdown.NotRecordedReason => "unrecorded_reasons",
            Breakdown.OffenceClass or Breakdown.OffenceGroup => "groups",
            _ => "force",
        };
        return $"SELECT {by}, sum(alleged_crimes), sum(open_crimes) FROM incidents WHERE force = '{SampleUpdates.Force}' GROUP BY 1";
    }
}
