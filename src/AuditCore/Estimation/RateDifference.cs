namespace AuditCore.Estimation;

/// <summary>
/// Two independent rates against each other, the second less the first. What is not defined is null, with the <see cref="Reason"/>;
/// no value is ever NaN or infinite.
/// </summary>
public sealed record RateDifference
{
    /// <summary>How it was made; <see cref="ComparisonMethod.None"/> when there is no comparison.</summary>
    public required ComparisonMethod Method { get; init; }

    /// <summary>Why there is no comparison, or why it rests on plain counts (None: few crimes); by standard errors, Census where one side
    /// is one and adds no error, and otherwise None.</summary>
    public required EstimateReason Reason { get; init; }

    /// <summary>The first rate as it is compared, a fraction: the estimate, or with plain counts k/n of the sample.</summary>
    public double? First { get; init; }

    /// <summary>The second rate as it is compared.</summary>
    public double? Second { get; init; }

    /// <summary>Of plain counts, those of the first; null otherwise.</summary>
    public CountedShare? FirstCounts { get; init; }

    /// <summary>Of plain counts, those of the second; null otherwise.</summary>
    public CountedShare? SecondCounts { get; init; }

    /// <summary><see cref="Second"/> less <see cref="First"/>, −1 to 1.</summary>
    public double? Difference { get; init; }

    /// <summary>Interval of <see cref="Difference"/>.</summary>
    public Interval? Interval { get; init; }

    /// <summary>Odds of the second over those of the first; only on the logit scale.</summary>
    public double? OddsRatio { get; init; }

    /// <summary>Interval of <see cref="OddsRatio"/>.</summary>
    public Interval? OddsRatioInterval { get; init; }

    /// <summary>Two-sided p of no difference, above 0 to 1 as far as a double can tell.</summary>
    public double? PValue { get; init; }

    /// <summary>No comparison.</summary>
    internal static RateDifference None(EstimateReason reason) => new() { Method = ComparisonMethod.None, Reason = reason };
}
