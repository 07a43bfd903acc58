using Bench.Estimates;
using Bench.Growth;
using Bench.Import;
using Bench.Ingest;
using Bench.Memory;
using Bench.Micro;
using Bench.Proofs;
using Bench.Rates;
using Bench.Results;
using Bench.Sampling;
using Bench.Spool;
using Bench.Tree;
using Bench.Unary;
using Bench.Watching;

namespace Bench.Running;

/// <summary>All groups, in the order in which they are run: those that write into the grown log come after those that read it.</summary>
internal static class Groups
{
    /// <summary>The groups.</summary>
    public static IReadOnlyList<IBenchGroup> All { get; } =
    [
        new MicroGroup(),
        new IngestGroup(),
        new UnaryGroup(),
        new TreeGroup(),
        new SpoolGroup(),
        new MemoryGroup(),
        new EstimatesGroup(),
        new WatchGroup(),
        new ImportGroup(),
        new GrowthGroup(),
        new RatesGroup(),
        new ProofsGroup(),
        new SamplingGroup(),
    ];

    /// <summary>Their verbs, in that order.</summary>
    public static List<string> Names { get; } = [.. All.Select(g => g.Name)];

    /// <summary>Runs groups one after the other and shows what each gave as soon as it is there.</summary>
    /// <param name="groups">Which.</param>
    /// <param name="run">Sizes and repeats.</param>
    /// <param name="done">Told after each.</param>
    /// <param name="cancel">Ends it.</param>
    public static async Task RunAsync(IEnumerable<IBenchGroup> groups, BenchRun run, Action<GroupResult> done, CancellationToken cancel)
    {
        foreach (IBenchGroup group in groups)
        {
            Progress.Say($"{group.Name} …");
            GroupResult result = await group.RunAsync(run, cancel) with { Machine = MachineConditions.Here(), Quick = run.Quick };
            ConsoleReport.Show(result);
            done(result);
        }
    }
}
