namespace AuditCore.Estimation;

/// <summary>A force-wide recording rate made of offence-group rates and recorded-crime volumes. What is not defined is null.</summary>
public sealed record WeightedRateEstimate
{
    /// <summary>Why something is missing or unusual; <see cref="EstimateReason.None"/> when all is there.</summary>
    public required EstimateReason Reason { get; init; }

    /// <summary>The strata or groups behind <see cref="Reason"/>; else empty.</summary>
    public required IReadOnlyList<string> Concerned { get; init; }

    /// <summary>p = ΣV_g / Σ(V_g / p_g), a fraction from 0 to 1.</summary>
    public required double? Rate { get; init; }

    /// <summary>√Var(p); zero for a census and for a sample without variation, null where a variance is refused.</summary>
    public required double? StandardError { get; init; }

    /// <summary>Σ(m − 1) over the strata.</summary>
    public required long DegreesOfFreedom { get; init; }

    /// <summary>Crimes of the denominator in the sample, over the groups that have a volume.</summary>
    public required long DenominatorInSample { get; init; }

    /// <summary>V = ΣV_g, recorded crimes in 12 months.</summary>
    public required long Volume { get; init; }

    /// <summary>p_g by group, null where nothing of the group was required; only groups with a volume above 0.</summary>
    public required IReadOnlyDictionary<string, double?> GroupRates { get; init; }

    /// <summary>All intervals of <see cref="Rate"/>, and which of them to show.</summary>
    public required RateIntervals Intervals { get; init; }

    /// <summary>Whether the sample holds too few crimes for a percentage in a headline.</summary>
    public required bool IsLowCount { get; init; }
}
