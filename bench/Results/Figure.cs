using System.Text.Json.Serialization;

namespace Bench.Results;

/// <summary>A figure beside its baseline of the same run. The machine is in both, so that their ratio is what can be compared.</summary>
/// <param name="Id">Stable name, <c>ingest.stream/entity-framework</c>.</param>
/// <param name="What">What was measured.</param>
/// <param name="Unit">Unit of both, <c>updates/s</c>.</param>
/// <param name="Measured">What was measured, a value a repeat.</param>
/// <param name="Against">What the baseline is.</param>
/// <param name="Baseline">What the baseline gave, by turns with the measured: as many values, or one for all.</param>
internal sealed record Figure(string Id, string What, string Unit, Series Measured, string Against, Series Baseline)
{
    /// <summary>Whether a higher ratio is the better one.</summary>
    public bool MoreIsBetter { get; init; } = true;

    /// <summary>What it should reach; empty: it is told for information.</summary>
    public IReadOnlyList<Target> Targets { get; init; } = [];

    /// <summary>Measured divided by baseline, repeat by repeat.</summary>
    [JsonIgnore]
    public Series Ratio => new([.. Measured.Values.Select((value, round) => value / Baseline.Values[Baseline.Values.Count == 1 ? 0 : round])]);
}
