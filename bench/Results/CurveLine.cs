namespace Bench.Results;

/// <summary>One line of a curve.</summary>
/// <param name="Name">What the line is of.</param>
/// <param name="Across">Values of what grows.</param>
/// <param name="Up">Values of what changes, as many.</param>
internal sealed record CurveLine(string Name, IReadOnlyList<double> Across, IReadOnlyList<double> Up);
