using AuditCore.Ledger;
using AuditServer.Errors;

namespace AuditServer.Ledger;

/// <summary>Signs what the log says of its tree, with every key that it has: two while keys are changed.</summary>
internal sealed class CheckpointSigner : IDisposable
{
    private readonly string origin;
    private readonly IReadOnlyList<SigningKey> keys;
    private volatile Opened? last;

    public CheckpointSigner(string origin, IReadOnlyList<SigningKey> keys)
    {
        this.origin = origin;
        this.keys = keys;
        Verifiers = [.. keys.Select(k => k.Verifier)];
    }

    /// <summary>The keys by which its checkpoints are checked.</summary>
    public IReadOnlyList<VerifierKey> Verifiers { get; }

    /// <summary>Signs a checkpoint.</summary>
    public StoredCheckpoint Sign(long size, byte[] root) =>
        new(size, SignedNote.Sign(new Checkpoint(origin, size, root).ToText(), keys).ToString());

    /// <summary>Whether a note bears a good signature of each of the keys.</summary>
    public bool HasSigned(SignedNote note) => Verifiers.All(v => note.Check([v]) == NoteVerdict.Verified);

    /// <summary>
    /// Reads a checkpoint that is kept. Every proof begins with the latest one, and the same text with the same keys is as good as it was
    /// when it was read last.
    /// </summary>
    /// <exception cref="Fault">LEDGER_DAMAGED: it is none, of another size, or its signature is wrong.</exception>
    public SignedTree Open(StoredCheckpoint stored)
    {
        if (last is { } opened && opened.Stored == stored)
        {
            return opened.Tree;
        }

        var tree = SignedTree.Open(stored, this);
        last = new Opened(stored, tree);
        return tree;
    }

    public void Dispose()
    {
        foreach (SigningKey key in keys)
        {
            key.Dispose();
        }
    }

    private sealed record Opened(StoredCheckpoint Stored, SignedTree Tree);
}
