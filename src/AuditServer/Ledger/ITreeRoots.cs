using AuditServer.Errors;

namespace AuditServer.Ledger;

/// <summary>The roots of the log's tree at the sizes that it has had.</summary>
internal interface ITreeRoots
{
    /// <summary>The root over the first entries of the log.</summary>
    /// <param name="size">How many; at least one, and no more than there are.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <exception cref="Fault">LEDGER_DAMAGED.</exception>
    ValueTask<byte[]> AtAsync(long size, CancellationToken cancel);
}
