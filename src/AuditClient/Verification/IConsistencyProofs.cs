namespace CrimeAudit.Client;

/// <summary>Where proofs come from that one tree of the log grew from another.</summary>
internal interface IConsistencyProofs
{
    /// <summary>The path from one size to another; null when the log does not hold the newer tree.</summary>
    Task<IReadOnlyList<byte[]>?> FindAsync(long older, long newer, CancellationToken cancel);
}
