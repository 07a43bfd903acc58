using System.Globalization;

namespace Bench.Results;

/// <summary>What a figure should reach.</summary>
/// <param name="Of">Whether the ratio or the value itself is meant.</param>
/// <param name="AtLeast">Whether the limit is the least or the most.</param>
/// <param name="Limit">The limit, in the figure's unit or as a ratio.</param>
internal sealed record Target(TargetOf Of, bool AtLeast, double Limit)
{
    /// <summary>A ratio to the baseline that should be reached.</summary>
    public static Target RatioAtLeast(double limit) => new(TargetOf.Ratio, AtLeast: true, limit);

    /// <summary>A ratio to the baseline that should not be passed.</summary>
    public static Target RatioAtMost(double limit) => new(TargetOf.Ratio, AtLeast: false, limit);

    /// <summary>A value that should be reached.</summary>
    public static Target ValueAtLeast(double limit) => new(TargetOf.Value, AtLeast: true, limit);

    /// <summary>A value that should not be passed.</summary>
    public static Target ValueAtMost(double limit) => new(TargetOf.Value, AtLeast: false, limit);

    /// <summary>Whether the median of a figure keeps to it.</summary>
    public bool IsMetBy(Figure figure)
    {
        double value = Of == TargetOf.Ratio ? figure.Ratio.Median : figure.Measured.Median;
        return AtLeast ? value >= Limit : value <= Limit;
    }

    /// <summary>As a table shows it, <c>ratio ≥ 0.5</c>.</summary>
    public string Text(string unit)
    {
        string limit = string.Create(CultureInfo.InvariantCulture, $"{(AtLeast ? '≥' : '≤')} {Limit:#,0.##}");
        return Of == TargetOf.Ratio ? $"ratio {limit}" : $"{limit} {unit}";
    }
}
