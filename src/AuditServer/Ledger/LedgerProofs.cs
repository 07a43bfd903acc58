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

    private LedgerProofs(ILedgerSnapshot snapshot, SignedTree latest, SubtreeHashes? known)
    {
        this.snapshot = snapshot;
        proofs = new TreeProofs(new ReadOnceTiles(snapshot), known);
        Latest = latest;
    }

    /// <summary>The largest tree that the log signed.</summary>
    public SignedTree Latest { get; }

    /// <summary>Proofs from a moment of the database.</summary>
    /// <param name="snapshot">The moment.</param>
    /// <param name="signer">Whose checkpoint it must hold.</param>
    /// <param name="cancel">Ends it.</param>
    /// <param name="known">What earlier proofs made, for those who make many; null: nothing.</param>
    /// <exception cref="Fault">LEDGER_DAMAGED: there is no checkpoint, its signature is wrong, or the head is of another tree.</exception>
    public static async Task<LedgerProofs> OfAsync(
        ILedgerSnapshot snapshot, CheckpointSigner signer, CancellationToken cancel, SubtreeHashes? known = null)
    {
        StoredCheckpoint stored = await snapshot.FindCheckpointAsync(size: null, cancel) ?? throw Damaged("There is no checkpoint.");
        SignedTree latest = signer.Open(stored);
        // Every turn signs what it leaves behind, so the end of the log is always a signed one.
        (long size, byte[] root) = (snapshot.Head.Size, snapshot.Head.Root ?? []);
        return size == latest.Size && root.AsSpan().SequenceEqual(latest.Root)
            ? new LedgerProofs(snapshot, latest, known)
            : throw Damaged(
                $"The head of the log has {size} entries and the root {Convert.ToHexStringLower(root)}; signed were {latest.Size} with " +
                $"the root {Convert.ToHexStringLower(latest.Root)}.");
    }

    /// <summary>The checkpoint that was signed of a tree; null when none was.</summary>
    /// <exception cref="Fault">LEDGER_DAMAGED: one was signed at that size, of another root; or its signature is wrong.</exception>
    public async Task<SignedTree?> FindSignedAsync(long size, byte[] root, CheckpointSigner signer, CancellationToken cancel)
    {
        StoredCheckpoint? stored = size == Latest.Size ? null : await snapshot.FindCheckpointAsync(size, cancel);
        SignedTree? signed = size == Latest.Size ? Latest : stored is null ? null : SignedTree.Open(stored, signer);
        return signed is null || signed.Root.AsSpan().SequenceEqual(root)
            ? signed
            : throw Damaged(
                $"The checkpoint of {size} entries names the root {Convert.ToHexStringLower(signed.Root)}, and the tree has " +
                $"{Convert.ToHexStringLower(root)}.");
    }

    /// <summary>Requires that a tree that was signed earlier is the beginning of the latest one.</summary>
    /// <exception cref="Fault">LEDGER_DAMAGED.</exception>
    public async Task RequireHoldsAsync(SignedTree earlier, CancellationToken cancel)
    {
        if (earlier.Size > Latest.Size)
        {
            throw Damaged($"The log has {Latest.Size} entries, and had {earlier.Size} before.");
        }

        await ConsistencyAsync(earlier.Size, earlier.Root, Latest.Size, Latest.Root, cancel);
    }

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
        IReadOnlyList<byte[]> path = await PathAsync(index, size, cancel);
        Require(InclusionProof.Check(TreeHash.Leaf(leafText), index, size, path, root), $"entry {index} in the tree of {size} entries");
        return path;
    }

    /// <summary>The path that the tiles give, not yet held against anything.</summary>
    /// <exception cref="Fault">LEDGER_DAMAGED: a tile is missing.</exception>
    public Task<IReadOnlyList<byte[]>> PathAsync(long index, long size, CancellationToken cancel) =>
        GuardAsync(() => proofs.InclusionAsync(index, size, cancel));

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

    /// <summary>
    /// Requires that an entry holds what it was appended with, before it is given to anybody. Of what was erased nothing is given.
    /// </summary>
    /// <exception cref="Fault">LEDGER_DAMAGED.</exception>
    public static void RequireDigest(StoredEntry entry)
    {
        if (!entry.HasItsDigest)
        {
            throw Damaged(
                $"Salt and payload of entry {entry.Index} have the digest " +
                $"{Convert.ToHexStringLower(EntryDigest.Of(entry.Salt, entry.Payload))}, and it was stored with " +
                $"{Convert.ToHexStringLower(entry.Digest)}.");
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
