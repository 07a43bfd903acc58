namespace AuditCore.Estimation;

/// <summary>What goes with a level of a factor. It goes with it; nothing here says that it causes it.</summary>
public sealed record LevelContrast
{
    /// <summary>The level with its tables.</summary>
    public required LevelCounts Counts { get; init; }

    /// <summary>Crimes at the level.</summary>
    public required long Crimes { get; init; }

    /// <summary>Of these, those that fell short.</summary>
    public required long Shortfalls { get; init; }

    /// <summary>Crimes elsewhere.</summary>
    public required long RestCrimes { get; init; }

    /// <summary>Of these, those that fell short.</summary>
    public required long RestShortfalls { get; init; }

    /// <summary>Share of the level's crimes that did not fall short; null without crimes.</summary>
    public double? Rate { get; init; }

    /// <summary>Interval of <see cref="Rate"/>: Wilson's, or Clopper–Pearson's where few.</summary>
    public Interval? Interval { get; init; }

    /// <summary>How <see cref="Interval"/> was made.</summary>
    public IntervalMethod Method { get; init; }

    /// <summary>The same share elsewhere; null without crimes.</summary>
    public double? RestRate { get; init; }

    /// <summary>Odds of falling short at the level over those elsewhere, within offence classes.</summary>
    public required OddsRatioEstimate OddsRatio { get; init; }

    /// <summary>p over all levels shown, by Benjamini and Hochberg; null where there is no p.</summary>
    public double? AdjustedPValue { get; init; }

    /// <summary>Too few crimes at the level for a percentage: show counts.</summary>
    public required bool IsLowCount { get; init; }
}
