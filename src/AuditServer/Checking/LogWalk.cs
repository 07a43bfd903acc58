using AuditCore.Ledger;
using AuditServer.Ledger;
using AuditServer.Replay;
using AuditServer.Security.Accesses;

namespace AuditServer.Checking;

/// <summary>
/// Goes through a log from its first entry to its end, a part at a time. What is appended never changes, so each part can be read in a
/// snapshot of its own, and a server that goes on writes behind the walk. Memory is that of a part, however long the log.
/// </summary>
internal sealed class LogWalk
{
    // Whole tiles, so that all but the last part end where tiles do.
    private const int Part = 4 * TileId.Width;

    private readonly Damages found = new();
    private readonly EntryCheck entries;
    private readonly RedactionCheck redactions;
    private readonly TreeCheck tree;
    private readonly CheckpointCheck checkpoints;
    private readonly AccessCheck accesses;
    private (long Index, long AcceptedMicros) last = (-1, 0);

    /// <param name="keys">The keys by which signatures are checked.</param>
    /// <param name="rows">The rows of the access log.</param>
    /// <param name="removedBefore">Rows of it before this time are known to have been taken away; null: nothing is known of that.</param>
    public LogWalk(IReadOnlyList<VerifierKey> keys, IAccessReads rows, DateTimeOffset? removedBefore)
    {
        redactions = new RedactionCheck(found);
        entries = new EntryCheck(found, redactions);
        tree = new TreeCheck(found);
        checkpoints = new CheckpointCheck(keys, found);
        accesses = new AccessCheck(rows, found) { RemovedBefore = removedBefore };
    }

    /// <summary>Entries gone through.</summary>
    public long Position { get; private set; }

    /// <summary>What came out.</summary>
    public CheckedLog Result => new(Position, tree.Root, checkpoints.Count, checkpoints.Largest, redactions.Count, accesses.Result, found);

    /// <summary>Goes on by a part.</summary>
    /// <returns>Whether the log ended in it.</returns>
    public async Task<bool> StepAsync(ILedgerSnapshot snapshot, CancellationToken cancel)
    {
        IReadOnlyList<FoundEntry> page = await snapshot.FindEntriesAsync(Position, Part, cancel);
        // A full page says nothing of what stands behind it.
        long? end = page.Count == Part ? null : Math.Max(snapshot.Head.Size, page.Count == 0 ? Position : page[^1].Index + 1);
        if (page.Count == 0 && Position < end)
        {
            found.Add(Damage.OfEntries(Position, end.Value - 1, "missing"));
            tree.Lose();
            Position = end.Value;
        }
        else if (tree.IsLost && page.Count > 0 && page[0].Index >= Position + Part)
        {
            // A hole in which nothing is left to be checked, as wide as the index of one row says.
            TellMissing(Position, page[0].Index);
            Position = page[0].Index;
        }
        else
        {
            await CheckAsync(page, Math.Min(Position + Part, end ?? long.MaxValue), snapshot, cancel);
        }

        foreach (ReplayedAccess digest in entries.TakeDigests())
        {
            await accesses.CheckAsync(digest, cancel);
        }

        bool ended = Position == end;
        if (ended)
        {
            await FinishAsync(snapshot, cancel);
        }

        found.EndPart();
        return ended;
    }

    private async Task CheckAsync(IReadOnlyList<FoundEntry> page, long end, ILedgerSnapshot snapshot, CancellationToken cancel)
    {
        await checkpoints.ReadAheadAsync(end, snapshot, cancel);
        checkpoints.Check(tree, end);
        var leafHashes = new byte[]?[end - Position];
        long next = Position;
        foreach (FoundEntry entry in page.TakeWhile(e => e.Index < end))
        {
            TellMissing(next, entry.Index);
            leafHashes[entry.Index - Position] = entries.LeafHashOf(entry);
            last = (entry.Index, entry.AcceptedMicros);
            next = entry.Index + 1;
        }

        TellMissing(next, end);
        if (!tree.IsLost)
        {
            await tree.AddAsync(leafHashes, snapshot, () => checkpoints.Check(tree, end), cancel);
        }

        Position = end;
    }

    private void TellMissing(long from, long to)
    {
        if (from < to)
        {
            found.Add(Damage.OfEntries(from, to - 1, "missing"));
        }
    }

    private async Task FinishAsync(ILedgerSnapshot snapshot, CancellationToken cancel)
    {
        CheckHead(snapshot);
        redactions.Finish();
        await accesses.FinishAsync(Position - 1, cancel);
        if (!tree.IsLost)
        {
            await tree.FinishAsync(snapshot, cancel);
        }

        await checkpoints.FinishAsync(Position, snapshot, cancel);
        if (checkpoints.Largest is > 0 and var signed && signed < Position)
        {
            found.Add(new Damage(
                "checkpoints", signed, $"end with {signed} entries, and the log has {Position}: every turn signs what it leaves behind"));
        }
    }

    private void CheckHead(ILedgerSnapshot snapshot)
    {
        long size = snapshot.Head.Size;
        if (size != Position)
        {
            found.Add(new Damage("log_head", size, $"says that the log has {size} entries, and it has {Position}"));
        }

        if (last.Index == Position - 1 && snapshot.Head.AcceptedMicros != last.AcceptedMicros)
        {
            found.Add(new Damage(
                "log_head",
                Math.Max(0, Position - 1),
                $"says that the last entry was accepted at {snapshot.Head.AcceptedMicros} µs, and it was at {last.AcceptedMicros} µs"));
        }

        if (tree.Root is { } root && !root.AsSpan().SequenceEqual(snapshot.Head.Root))
        {
            string said = snapshot.Head.Root is { } stored ? $"the root {Convert.ToHexStringLower(stored)}" : "no root";
            found.Add(new Damage(
                "log_head", Math.Max(0, Position - 1), $"has {said}, and the entries give {Convert.ToHexStringLower(root)}"));
        }
    }
}
