namespace AuditCore.Estimation;

/// <summary>How two rates were compared; an answer always names it.</summary>
public enum ComparisonMethod
{
    /// <summary>There is no comparison; the <see cref="EstimateReason"/> says why.</summary>
    None = 0,

    /// <summary>Normal theory on the difference of the rates, from independent standard errors.</summary>
    StandardErrors = 1,

    /// <summary>The same on the difference of the log-odds.</summary>
    LogitStandardErrors = 2,

    /// <summary>Newcombe's hybrid score interval on plain counts (Newcombe 1998, method 10).</summary>
    NewcombeHybridScore = 3,
}
