using AuditCore.Ledger;

namespace AuditServer.Ledger;

/// <summary>Signs what the log says of its tree, with every key that it has: two while keys are changed.</summary>
internal sealed class CheckpointSigner : IDisposable
{
    private readonly string origin;
    private readonly IReadOnlyList<SigningKey> keys;

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

    public void Dispose()
    {
        foreach (SigningKey key in keys)
        {
            key.Dispose();
        }
    }
}
