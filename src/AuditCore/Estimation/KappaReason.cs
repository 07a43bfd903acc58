namespace AuditCore.Estimation;

/// <summary>Why kappa or its usual interval is missing.</summary>
public enum KappaReason
{
    /// <summary>Nothing unusual.</summary>
    None = 0,

    /// <summary>Nothing was reviewed twice.</summary>
    NoPairs = 1,

    /// <summary>Both reviewers put everything into one category: chance alone would agree as well, and kappa is undefined.</summary>
    OneCategory = 2,

    /// <summary>
    /// The large-sample variance is zero (perfect agreement, for instance), which is a fact about the sample, not certainty: the interval is
    /// Clopper–Pearson on the pairs that agree.
    /// </summary>
    Degenerate = 3,
}
