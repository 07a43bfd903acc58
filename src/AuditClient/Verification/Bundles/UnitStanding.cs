namespace CrimeAudit.Client;

/// <summary>Where a report of a sample stands between two of its steps.</summary>
internal enum UnitStanding
{
    /// <summary>Nobody reviewed it yet.</summary>
    Unreviewed,

    /// <summary>Its ticket asks for a second blind review.</summary>
    SecondDue,

    /// <summary>It passed, and its ticket asks for another review of a pass.</summary>
    PassReviewDue,

    /// <summary>Two reviewers differ.</summary>
    Split,

    /// <summary>The force may answer a finding.</summary>
    WithForce,

    /// <summary>The force disputed it.</summary>
    Disputed,

    /// <summary>It was reconsidered and stands; the force may answer once more.</summary>
    Upheld,

    /// <summary>The force disputed it again.</summary>
    InArbitration,

    /// <summary>Nothing is left to be done.</summary>
    Settled,

    /// <summary>A lead had it looked at anew.</summary>
    Reopened,

    /// <summary>It cannot be had, and the next ticket stands in.</summary>
    Replaced,
}
