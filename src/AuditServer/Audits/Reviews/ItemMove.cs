namespace AuditServer.Audits.Reviews;

/// <summary>What happens to an item of a sample.</summary>
internal enum ItemMove
{
    /// <summary>A first review, where the ticket asks for a second one.</summary>
    ReviewedFirst,

    /// <summary>A review that finds no fail; or one that agrees with another that found none.</summary>
    Passed,

    /// <summary>The same, where the ticket asks for another review of a pass.</summary>
    PassedAndChosen,

    /// <summary>A review that finds a fail; or one that agrees with another that found it.</summary>
    Failed,

    /// <summary>A review that differs from another.</summary>
    Differed,

    /// <summary>The report cannot be had.</summary>
    FoundUnavailable,

    /// <summary>The force accepts.</summary>
    Accepted,

    /// <summary>The force lets its time pass.</summary>
    Lapsed,

    /// <summary>The force disputes.</summary>
    Disputed,

    /// <summary>Reconsidered, and no fail.</summary>
    ReconsideredPass,

    /// <summary>Reconsidered, and a fail.</summary>
    ReconsideredFail,

    /// <summary>Arbitrated, and no fail.</summary>
    ArbitratedPass,

    /// <summary>Arbitrated, and a fail.</summary>
    ArbitratedFail,

    /// <summary>Reopened by a lead.</summary>
    Reopened,
}
