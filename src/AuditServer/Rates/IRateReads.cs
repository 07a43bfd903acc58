namespace AuditServer.Rates;

/// <summary>What live rates need of an engine.</summary>
internal interface IRateReads
{
    /// <summary>The live counts as of one moment.</summary>
    ValueTask<IRateSnapshot> SnapshotAsync(CancellationToken cancel);

    /// <summary>Whether a program wrote an incident that did not count by further dimensions.</summary>
    ValueTask<bool> HasNotCountedAsync(CancellationToken cancel);
}
