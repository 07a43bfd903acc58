namespace AuditCore.Estimation;

/// <summary>On which scale two estimated rates are compared.</summary>
public enum ComparisonScale
{
    /// <summary>The rates themselves: a difference in points.</summary>
    Probability = 0,

    /// <summary>The log-odds: an odds ratio. Better behaved near 0 and 1, where a point is not always worth the same.</summary>
    Logit = 1,
}
