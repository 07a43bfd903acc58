namespace AuditServer.Rates;

/// <summary>What live rates need of an engine.</summary>
internal interface IRateReads
{
    /// <summary>The live counts that a question is about, in one snapshot.</summary>
    ValueTask<LiveCounts> ReadAsync(AccountedForQuestion question, long nowMicros, CancellationToken cancel);

    /// <summary>The live counts of several questions, all in one snapshot; one for each, in their order.</summary>
    ValueTask<IReadOnlyList<LiveCounts>> ReadAllAsync(IReadOnlyList<AccountedForQuestion> questions, long nowMicros, CancellationToken cancel);

    /// <summary>Whether a program wrote an incident that did not count by further dimensions.</summary>
    ValueTask<bool> HasNotCountedAsync(CancellationToken cancel);
}
