namespace AuditCore.Estimation;

/// <summary>How an odds ratio and its interval were made.</summary>
public enum OddsRatioMethod
{
    /// <summary>There is none: in no class is there a crime at the level and one elsewhere, one short and one not.</summary>
    None = 0,

    /// <summary>Mantel–Haenszel over the classes, with the variance of Robins, Breslow and Greenland.</summary>
    MantelHaenszel = 1,

    /// <summary>
    /// Conditional exact, given the margins of every class: the level, or the rest, is short in every crime or in none, so the estimate is at
    /// its limit and has no standard error.
    /// </summary>
    ConditionalExact = 2,
}
