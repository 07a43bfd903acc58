namespace AuditClient.Tests.Verification;

/// <summary>Answers from a tree, up to the size that it has; counts how often it is asked.</summary>
internal sealed class ProofsOfTree(PlainTree tree, int size) : IConsistencyProofs
{
    public int Asked { get; private set; }

    public int Size { get; set; } = size;

    public Task<IReadOnlyList<byte[]>?> FindAsync(long older, long newer, CancellationToken cancel)
    {
        Asked++;
        return Task.FromResult(newer > Size ? null : (IReadOnlyList<byte[]>)tree.Consistency((int)older, (int)newer));
    }
}
