using Bench.Results;

namespace Bench.Running;

/// <summary>A group of measurements, with a verb of its own.</summary>
internal interface IBenchGroup
{
    /// <summary>The verb.</summary>
    string Name { get; }

    /// <summary>What it measures.</summary>
    string About { get; }

    /// <summary>Measures.</summary>
    /// <param name="run">Sizes and repeats.</param>
    /// <param name="cancel">Ends it.</param>
    Task<GroupResult> RunAsync(BenchRun run, CancellationToken cancel);
}
