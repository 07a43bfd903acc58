namespace AuditCore.Estimation;

/// <summary>Agreement of two reviewers beyond chance. What is not defined is null, with the <see cref="Reason"/>.</summary>
public sealed record KappaEstimate
{
    /// <summary>Why something is missing or of another kind than usual.</summary>
    public required KappaReason Reason { get; init; }

    /// <summary>Pairs compared, n.</summary>
    public required long Pairs { get; init; }

    /// <summary>Pairs on which both agree.</summary>
    public required long Agreed { get; init; }

    /// <summary>p_e, the share of pairs on which they would agree by chance, from what each found how often.</summary>
    public double? ChanceAgreement { get; init; }

    /// <summary>κ = (p_o − p_e)/(1 − p_e), −1 to 1.</summary>
    public double? Kappa { get; init; }

    /// <summary>Large-sample standard error; zero where <see cref="KappaReason.Degenerate"/>.</summary>
    public double? StandardError { get; init; }

    /// <summary>κ ± z·se as computed, so it may pass 1; or from an exact interval of the agreement, see <see cref="Method"/>.</summary>
    public Interval? Interval { get; init; }

    /// <summary><see cref="IntervalMethod.Wald"/>, <see cref="IntervalMethod.ClopperPearson"/> where degenerate, or None.</summary>
    public required IntervalMethod Method { get; init; }
}
