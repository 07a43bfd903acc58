using AuditCore.Ledger;
using AuditServer.Errors;
using AuditServer.Sequencing;

namespace AuditServer.Ledger;

/// <summary>
/// Makes proofs from one moment of the database, and lets none go that does not verify: against a root that the log signed, or against
/// one that is proved to be the beginning of that.
/// </summary>
internal sealed class LedgerProofs
{
    private readonly ILedgerSnapshot snapshot;
    private readonly TreeProofs proofs;

    private LedgerProofs(ILedgerSnapshot snapshot, SignedTree latest)
    {
        this.snapshot = snapshot;
        proofs = new TreeProofs(new ReadOnceTiles(snapshot));
        Latest = latest;
    }

    /// <summary>The largest tree that the log signed.</summary>
    public SignedTree Latest { get; }

    /// <exception cref="Fault">LEDGER_DAMAGED: there is no checkpoint, or its signature is wrong.</exception>
    public static async Task<LedgerProofs> OfAsync(ILedgerSnapshot snapshot, CheckpointSigner signer, CancellationToken cancel)
    {
        StoredCheckpoint latest = await snapshot.FindCheckpointAsync(size: null, cancel) ?? throw Damaged("There is no checkpoint.");
        return new LedgerProofs(snapshot, Read(latest, signer));
    }

    /// <summary>The signed tree of a size; null when none was signed there.</summary>
    public async Task<SignedTree?> FindSignedAsync(long size, CheckpointSigner signer, CancellationToken cancel) =>
        size == Latest.Size ? Latest
        : await snapshot.FindCheckpointAsync(size, cancel) is { } stored ? Read(stored, signer)
        : null;

    /// <summary>The root at a size, no larger than that of the latest checkpoint.</summary>
    /// <exception cref="Fault">LEDGER_DAMAGED.</exception>
    public async Task<byte[]> RootAsync(long size, CancellationToken cancel)
    {
        byte[] root = await GuardAsync(() => proofs.RootAsync(size, cancel));
        IReadOnlyList<byte[]> path = await GuardAsync(() => proofs.ConsistencyAsync(size, Latest.Size, cancel));
        Require(ConsistencyProof.Check(size, root, Latest.Size, Latest.Root, path), $"the tree of {size} entries in that of {Latest.Size}");
        return root;
    }

    /// <summary>The path of an entry.</summary>
    /// <exception cref="Fault">LEDGER_DAMAGED: the leaf text that the database makes of the entry is not in the tree.</exception>
    public async Task<IReadOnlyList<byte[]>> InclusionAsync(byte[] leafText, long index, long size, byte[] root, CancellationToken cancel)
    {
        IReadOnlyList<byte[]> path = await GuardAsync(() => proofs.InclusionAsync(index, size, cancel));
        Require(InclusionProof.Check(TreeHash.Leaf(leafText), index, size, path, root), $"entry {index} in the tree of {size} entries");
        return path;
    }

    /// <summary>The path between two trees.</summary>
    /// <exception cref="Fault">LEDGER_DAMAGED.</exception>
    public async Task<IReadOnlyList<byte[]>> ConsistencyAsync(long first, byte[] firstRoot, long second, byte[] secondRoot, CancellationToken cancel)
    {
        IReadOnlyList<byte[]> path = await GuardAsync(() => proofs.ConsistencyAsync(first, second, cancel));
        Require(ConsistencyProof.Check(first, firstRoot, second, secondRoot, path), $"the tree of {first} entries in that of {second}");
        return path;
    }

    /// <summary>The leaf text of an entry.</summary>
    /// <exception cref="Fault">LEDGER_DAMAGED: it has none.</exception>
    public static byte[] LeafOf(StoredEntry entry)
    {
        try
        {
            return EntryLeaf.Of(entry);
        }
        catch (FormatException wrong)
        {
            throw Faults.LedgerDamaged(wrong);
        }
    }

    private static SignedTree Read(StoredCheckpoint stored, CheckpointSigner signer)
    {
        try
        {
            SignedNote note = SignedNote.Parse(stored.Note);
            Checkpoint checkpoint = Checkpoint.Parse(note.Text);
            // One of a key that was changed since is told as it is: whoever keeps that key can check it.
            return checkpoint.Size == stored.Size && note.Check(signer.Verifiers) != NoteVerdict.WrongSignature
                ? new SignedTree(note, checkpoint)
                : throw Damaged($"The checkpoint of {stored.Size} entries is of another size, or its signature is wrong.");
        }
        catch (FormatException wrong)
        {
            throw Faults.LedgerDamaged(wrong);
        }
    }

    private static async Task<T> GuardAsync<T>(Func<ValueTask<T>> make)
    {
        try
        {
            return await make();
        }
        catch (TreeDamagedException damaged)
        {
            throw Faults.LedgerDamaged(damaged);
        }
    }

    private static void Require(ProofVerdict verdict, string what)
    {
        if (verdict != ProofVerdict.Valid)
        {
            throw Damaged($"The proof of {what} does not verify: {verdict}.");
        }
    }

    private static Fault Damaged(string what) => Faults.LedgerDamaged(new TreeDamagedException(what));
}
