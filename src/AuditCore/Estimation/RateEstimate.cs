namespace AuditCore.Estimation;

/// <summary>
/// A recording rate estimated from a stratified sample of reports, with its uncertainty. What is not defined is null, with the
/// <see cref="Reason"/>; no value is ever NaN or infinite.
/// </summary>
public sealed record RateEstimate
{
    /// <summary>Why something is missing or unusual; <see cref="EstimateReason.None"/> when all is there.</summary>
    public required EstimateReason Reason { get; init; }

    /// <summary>The strata behind <see cref="Reason"/> (those unreviewed, or with a single report), in the order given; else empty.</summary>
    public required IReadOnlyList<string> StrataConcerned { get; init; }

    /// <summary>R = Ŷ / X̂, a fraction from 0 to 1.</summary>
    public required double? Ratio { get; init; }

    /// <summary>√Var(R). Zero for a census and for a sample without variation; null where a variance is refused.</summary>
    public required double? StandardError { get; init; }

    /// <summary>Σ(m − 1) over the strata.</summary>
    public required long DegreesOfFreedom { get; init; }

    /// <summary>Crimes of the denominator in the sample, unweighted: n.</summary>
    public required long DenominatorInSample { get; init; }

    /// <summary>Crimes of the numerator in the sample, unweighted.</summary>
    public required long NumeratorInSample { get; init; }

    /// <summary>X̂ = ΣΣ w x: crimes of the denominator estimated for the whole frame; null when a stratum has no reviewed report.</summary>
    public required double? TotalDenominator { get; init; }

    /// <summary>Ŷ = ΣΣ w y: crimes of the numerator estimated for the whole frame; null when a stratum has no reviewed report.</summary>
    public required double? TotalNumerator { get; init; }

    /// <summary>All intervals, and which of them to show.</summary>
    public required RateIntervals Intervals { get; init; }

    /// <summary>Whether the sample holds too few crimes for a percentage in a headline (<see cref="EstimationOptions.LowCountBelow"/>).</summary>
    public required bool IsLowCount { get; init; }
}
