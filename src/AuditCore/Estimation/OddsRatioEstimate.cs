namespace AuditCore.Estimation;

/// <summary>Odds of falling short at a level over those elsewhere. Above 1: the level goes with more of it.</summary>
public sealed record OddsRatioEstimate
{
    /// <summary>How it was made.</summary>
    public required OddsRatioMethod Method { get; init; }

    /// <summary>The ratio, at least 0; null when there is none, and when it is beyond every bound.</summary>
    public double? OddsRatio { get; init; }

    /// <summary>Lower end of the interval; null when there is no interval.</summary>
    public double? Lower { get; init; }

    /// <summary>Upper end; null when there is no interval, and when it has no end.</summary>
    public double? Upper { get; init; }

    /// <summary>Two-sided p of a ratio of 1.</summary>
    public double? PValue { get; init; }
}
