namespace AuditServer.Rates;

/// <summary>What live rates need of an engine.</summary>
internal interface IRateReads
{
    /// <summary>The live counts that a question is about, in one snapshot.</summary>
    ValueTask<LiveCounts> ReadAsync(AccountedForQuestion question, long nowMicros, CancellationToken cancel);

    /// <summary>Whether a program wrote an incident that did not count by further dimensions.</summary>
    ValueTask<bool> HasNotCountedAsync(CancellationToken cancel);
}
