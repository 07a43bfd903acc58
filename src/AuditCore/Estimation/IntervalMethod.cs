namespace AuditCore.Estimation;

/// <summary>How a confidence interval was made; an answer always names it.</summary>
public enum IntervalMethod
{
    /// <summary>There is no interval; the <see cref="EstimateReason"/> says why.</summary>
    None = 0,

    /// <summary>Clopper–Pearson with the effective sample size (Korn and Graubard 1998): the default for audits.</summary>
    KornGraubard = 1,

    /// <summary>Exact binomial (Clopper and Pearson 1934), for simple counts and for samples without variation.</summary>
    ClopperPearson = 2,

    /// <summary>Student's t on the log-odds scale.</summary>
    Logit = 3,

    /// <summary>Estimate ± z standard errors, the published "±".</summary>
    Wald = 4,

    /// <summary>Wilson's score interval for simple counts (Wilson 1927).</summary>
    Wilson = 5,
}
