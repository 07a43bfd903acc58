using System.Text.Json.Serialization;

namespace Bench.Results;

/// <summary>What several repeats of one measurement gave, in the order in which they were run.</summary>
/// <param name="Values">One value a repeat; at least one.</param>
internal sealed record Series(IReadOnlyList<double> Values)
{
    /// <summary>The middle value; of an even number the lower of the two in the middle, which was measured.</summary>
    [JsonIgnore]
    public double Median => Values.Order().ElementAt((Values.Count - 1) / 2);

    /// <summary>The least value.</summary>
    [JsonIgnore]
    public double Low => Values.Min();

    /// <summary>The greatest value.</summary>
    [JsonIgnore]
    public double High => Values.Max();

    /// <summary>A series of one measurement.</summary>
    public static Series Of(double value) => new([value]);
}
