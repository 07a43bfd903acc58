namespace AuditCore.Estimation;

/// <summary>Why an estimate, its variance or its interval is missing or of another kind than usual.</summary>
public enum EstimateReason
{
    /// <summary>Nothing unusual: rate, standard error and all intervals are there.</summary>
    None = 0,

    /// <summary>A stratum that is not empty has no reviewed report, so nothing speaks for its units. No estimate.</summary>
    UnreviewedStratum = 1,

    /// <summary>No reviewed report needs a crime of this domain (in a weighted rate: of a group that has a volume). No estimate.</summary>
    NothingRequired = 2,

    /// <summary>A group with a volume has a rate of zero, so the crimes behind that volume cannot be projected. No weighted estimate.</summary>
    NothingRecorded = 3,

    /// <summary>Every stratum was reviewed whole: the rate is known, its standard error is zero and there is no sampling interval.</summary>
    Census = 4,

    /// <summary>Every stratum has a single reviewed report: nothing to estimate a variance from. No estimate.</summary>
    NoDegreesOfFreedom = 5,

    /// <summary>A stratum that is not a census has a single reviewed report: the rate stands, a variance is refused.</summary>
    SingletonStratum = 6,

    /// <summary>
    /// The sample shows no variation (a rate of 0 or 1, or the same rate in every report), or holds fewer than two crimes.
    /// The standard error of zero is a fact about the sample, not certainty: the interval is Clopper–Pearson on the crimes in the sample.
    /// </summary>
    Degenerate = 7,
}
