namespace CrimeAudit.Client;

/// <summary>How a checkpoint stands to the one that is pinned.</summary>
internal enum StandingToPin
{
    /// <summary>It is the pin, or has become it.</summary>
    Pinned,

    /// <summary>The pin grew from it: older news, or a replica that lags behind.</summary>
    Older,

    /// <summary>
    /// The service cannot prove how the two belong together now: it lags behind, or the replica that was asked does. Ask again; what
    /// stays unproven is not to be believed.
    /// </summary>
    Unproven,
}
