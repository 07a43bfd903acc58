using AuditCore.Ledger;
using AuditServer.Ledger;

namespace AuditServer.Checking;

/// <summary>Checks every checkpoint that was ever signed, in their order, while the tree has just the size that each is of.</summary>
/// <param name="keys">The keys by which signatures are checked; none: they are not.</param>
/// <param name="found">Told what is wrong.</param>
internal sealed class CheckpointCheck(IReadOnlyList<VerifierKey> keys, Damages found)
{
    private const int Page = 1_000;

    private readonly Queue<KeptCheckpoint> ahead = [];
    private KeptCheckpoint? read;
    private KeptCheckpoint? last;

    /// <summary>How many were checked.</summary>
    public long Count { get; private set; }

    /// <summary>Entries of the largest one; null when there is none.</summary>
    public long? Largest => last?.Size;

    /// <summary>Reads those up to a size, so that none is missed while the tree grows to it.</summary>
    public async Task ReadAheadAsync(long size, ILedgerSnapshot snapshot, CancellationToken cancel)
    {
        while ((read is null || read.Size <= size) && await ReadPageAsync(snapshot, cancel))
        {
        }
    }

    /// <summary>Checks those of a size, which the tree has now; once the tree is lost those up to a size, without their roots.</summary>
    public void Check(TreeCheck tree, long upTo)
    {
        while (ahead.TryPeek(out KeptCheckpoint? next) && (next.Size == tree.Size || (tree.IsLost && next.Size <= upTo)))
        {
            Check(ahead.Dequeue(), next.Size == tree.Size ? tree.Root : null);
        }
    }

    /// <summary>Checks those that are left when the log has ended, of whose trees no root is known.</summary>
    public async Task FinishAsync(long size, ILedgerSnapshot snapshot, CancellationToken cancel)
    {
        while (ahead.Count > 0 || await ReadPageAsync(snapshot, cancel))
        {
            KeptCheckpoint next = ahead.Dequeue();
            if (next.Size > size)
            {
                found.Add(Damage.OfCheckpoint(next, $"is of more entries than the log has, which are {size}") with { Index = size });
            }

            Check(next, root: null);
        }
    }

    private async Task<bool> ReadPageAsync(ILedgerSnapshot snapshot, CancellationToken cancel)
    {
        IReadOnlyList<KeptCheckpoint> page = await snapshot.ReadCheckpointsAsync(read, Page, cancel);
        foreach (KeptCheckpoint checkpoint in page)
        {
            ahead.Enqueue(checkpoint);
            read = checkpoint;
        }

        return page.Count > 0;
    }

    private void Check(KeptCheckpoint kept, byte[]? root)
    {
        Count++;
        int expected = last?.Size == kept.Size ? last.Version + 1 : 0;
        if (kept.Version != expected)
        {
            Add(kept, $"comes where version {expected} of its size should");
        }

        last = kept;
        try
        {
            SignedNote note = SignedNote.Parse(kept.Note);
            Check(kept, Checkpoint.Parse(note.Text), root);
            CheckSignatures(kept, note);
        }
        catch (FormatException wrong)
        {
            Add(kept, $"is no checkpoint: {wrong.Message}");
        }
    }

    private void Check(KeptCheckpoint kept, Checkpoint said, byte[]? root)
    {
        if (said.Size != kept.Size)
        {
            Add(kept, $"says that it is of {said.Size} entries");
        }

        if (keys.Count > 0 && keys.All(k => k.Name != said.Origin))
        {
            Add(kept, $"is of the log '{said.Origin}', and the keys are of '{keys[0].Name}'");
        }

        if (root is not null && !said.Root.AsSpan().SequenceEqual(root))
        {
            found.Add(Damage.OfRoot(kept, said.Root, root));
        }
    }

    private void CheckSignatures(KeptCheckpoint kept, SignedNote note)
    {
        NoteVerdict verdict = keys.Count == 0 ? NoteVerdict.Verified : note.Check([.. keys]);
        if (verdict == NoteVerdict.WrongSignature)
        {
            Add(kept, "its signature is wrong");
        }
        else if (verdict == NoteVerdict.NoKnownKey)
        {
            Add(kept, $"is signed by no known key, but by {string.Join(", ", note.Signatures.Select(s => $"{s.Name}+{s.Id:x8}"))}");
        }
    }

    private void Add(KeptCheckpoint kept, string what) => found.Add(Damage.OfCheckpoint(kept, what));
}
