namespace AuditServer.Sequencing;

/// <summary>What the one write path needs of an engine.</summary>
internal interface ILogStore
{
    /// <summary>
    /// Opens the transaction of a batch. Its first statement takes the turn on the head row, so that turns are one
    /// after the other on any engine and over any number of instances.
    /// </summary>
    ValueTask<ILogTurn> TakeTurnAsync(CancellationToken cancel);
}
