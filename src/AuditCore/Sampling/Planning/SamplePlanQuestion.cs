using AuditCore.Estimation;

namespace AuditCore.Sampling.Planning;

/// <summary>What a sample is to achieve.</summary>
public sealed record SamplePlanQuestion
{
    /// <summary>e: the half-width wanted of the rate's interval, a fraction from 0.001 to 0.5. Null, none, only where sizes are fixed.</summary>
    public double? HalfWidth { get; init; }

    /// <summary>p: the rate expected, above 0 and below 1. Default 0.5, which asks for the most.</summary>
    public double Rate { get; init; } = 0.5;

    /// <summary>Confidence level, a fraction from 0.5 to 0.999. Default 0.95.</summary>
    public double Level { get; init; } = ConfidenceLevel.Default;

    /// <summary>deff: how many times larger the variance is than that of as many crimes drawn singly, 0.1 to 20. Default 1.</summary>
    public double DesignEffect { get; init; } = 1;

    /// <summary>How the sample is spread. Default: proportionally.</summary>
    public SampleAllocation Allocation { get; init; }

    /// <summary>1 to 50 strata.</summary>
    public required IReadOnlyList<StratumToPlan> Strata { get; init; }
}
