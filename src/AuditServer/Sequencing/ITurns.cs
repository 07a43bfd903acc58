namespace AuditServer.Sequencing;

/// <summary>Takes turns of the log for steps: the sequencer live, a replay by itself.</summary>
internal interface ITurns
{
    /// <summary>Runs a step in a turn of the log; what it wrote is durable when it returns.</summary>
    Task<T> RunAsync<T>(Func<Turn, CancellationToken, ValueTask<T>> step, CancellationToken cancel = default);
}
