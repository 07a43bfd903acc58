namespace Bench.Results;

/// <summary>What a group of measurements gave.</summary>
/// <param name="Name">The verb that ran it.</param>
/// <param name="About">What it measures.</param>
/// <param name="Conditions">Sizes, batch, message size, concurrency: what the figures hold for beside those of the machine.</param>
/// <param name="Figures">The figures, each beside its baseline.</param>
/// <param name="Curves">The curves; often none.</param>
internal sealed record GroupResult(
    string Name, string About, IReadOnlyList<string> Conditions, IReadOnlyList<Figure> Figures, IReadOnlyList<Curve> Curves)
{
    /// <summary>The machine on which it ran.</summary>
    public MachineConditions? Machine { get; init; }

    /// <summary>Whether sizes were small: shows that it works, and is not to be published.</summary>
    public bool Quick { get; init; }
}
