using Bench.Results;
using Bench.Running;
using Bench.Serving;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Bench.Micro;

/// <summary>The pure parts one by one, by BenchmarkDotNet.</summary>
internal sealed class MicroGroup : IBenchGroup
{
    private static readonly Type[] Benchmarks = [typeof(EntryHashes), typeof(Tickets), typeof(Folds), typeof(EstimateSums), typeof(ProofPaths)];

    /// <inheritdoc/>
    public string Name => "micro";

    /// <inheritdoc/>
    public string About => "The pure parts one by one on one thread, by BenchmarkDotNet";

    /// <inheritdoc/>
    public Task<GroupResult> RunAsync(BenchRun run, CancellationToken cancel)
    {
        using var folder = new TemporaryFolder();
        Job job = Job.Default
            .WithToolchain(InProcessEmitToolchain.DontLogOutput)
            .WithWarmupCount(run.Size(5, 1))
            .WithIterationCount(run.Size(15, 2));
        IConfig config = ManualConfig.CreateEmpty()
            .AddJob(job)
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .WithArtifactsPath(folder.Path)
            .WithOptions(ConfigOptions.DisableOptimizationsValidator);
        Figure[] figures = [.. Benchmarks.SelectMany(type => Figures(BenchmarkRunner.Run(type, config)))];
        return Task.FromResult(new GroupResult(Name, About, [$"{run.Size(15, 2)} iterations after {run.Size(5, 1)} that warmed up"], figures, []));
    }

    private static IEnumerable<Figure> Figures(Summary summary)
    {
        BenchmarkReport bare = summary.Reports.Single(r => r.BenchmarkCase.Descriptor.Baseline);
        foreach (BenchmarkReport report in summary.Reports.Where(r => !r.BenchmarkCase.Descriptor.Baseline))
        {
            Descriptor measured = report.BenchmarkCase.Descriptor;
            string against = Text(bare.BenchmarkCase.Descriptor);
            yield return new Figure($"micro.{measured.Type.Name}/time", Text(measured), "ns", Nanoseconds(report), against, Nanoseconds(bare))
            {
                MoreIsBetter = false,
            };
            if (Allocated(bare) > 0)
            {
                yield return new Figure(
                    $"micro.{measured.Type.Name}/allocated", $"{Text(measured)}, allocated", "bytes", Series.Of(Allocated(report)), against, Series.Of(Allocated(bare)))
                {
                    MoreIsBetter = false,
                };
            }
        }
    }

    /// <summary>BenchmarkDotNet puts quotes around a description that holds spaces.</summary>
    private static string Text(Descriptor descriptor) => descriptor.WorkloadMethodDisplayInfo.Trim('\'');

    /// <summary>All iterations, those too that the library would drop as outliers: both sides must have as many.</summary>
    private static Series Nanoseconds(BenchmarkReport report) => new(
    [
        .. report.AllMeasurements
            .Where(m => m is { IterationMode: IterationMode.Workload, IterationStage: IterationStage.Actual })
            .Select(m => m.Nanoseconds / m.Operations),
    ]);

    private static double Allocated(BenchmarkReport report) => report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0;
}
