using CrimeAudit.V1;

namespace CrimeAudit.Client;

/// <summary>
/// Counts the tree once more from the entries as they are read, and compares its root with those that the log signed: when it was seen
/// before, and now.
/// </summary>
/// <param name="pinned">What was seen before.</param>
/// <param name="now">What is signed now; at least as large.</param>
internal sealed class EntryRecount(LogCheckpoint pinned, LogCheckpoint now)
{
    private readonly TreeCount tree = new();
    private readonly ErasedEntries erased = new();

    private long lastMicros;

    /// <summary>Takes the next entry.</summary>
    /// <exception cref="TamperDetectedException">It is not what was signed.</exception>
    public void Add(LedgerEntry entry)
    {
        if (entry.EntryIndex != tree.Leaves || tree.Leaves >= now.Size)
        {
            throw Tampered(ProofFault.EntryMissing, $"Entry {tree.Leaves} was to come, and entry {entry.EntryIndex} came.");
        }

        Check(entry);
        tree.Add(entry.LeafText.Span);
        RequireRootOf(pinned);
        RequireRootOf(now);
    }

    /// <summary>Requires that every entry came.</summary>
    /// <exception cref="TamperDetectedException">One did not.</exception>
    public void RequireWhole()
    {
        if (tree.Leaves < now.Size)
        {
            throw Tampered(ProofFault.EntryMissing, $"The entries end with {tree.Leaves}, and {now.Size} are signed.");
        }
    }

    private void Check(LedgerEntry entry)
    {
        try
        {
            EntryLeaf leaf = EntryLeaf.Parse(entry.LeafText.Span);
            if (leaf.AcceptedMicros < lastMicros)
            {
                throw Tampered(ProofFault.TimesOutOfOrder, $"Entry {tree.Leaves} was accepted before the one in front of it.");
            }

            lastMicros = leaf.AcceptedMicros;
            // What an entry holds comes only to those who may read it.
            if (!entry.Salt.IsEmpty || !entry.StoredBytes.IsEmpty)
            {
                leaf.RequireDigestOf(entry.Salt.Span, entry.StoredBytes.Span);
            }

            erased.Add(entry, leaf);
        }
        catch (ProofRejectedException rejected) when (rejected is not TamperDetectedException)
        {
            throw Tampered(rejected.Fault, $"Entry {tree.Leaves}: {rejected.Message}");
        }
    }

    private void RequireRootOf(LogCheckpoint signed)
    {
        if (signed.Size == tree.Leaves && !signed.RootHash.AsSpan().SequenceEqual(tree.Root()))
        {
            throw Tampered(ProofFault.EntriesDiffer, $"The first {tree.Leaves} entries are not those that the log {signed.Origin} has signed.");
        }
    }

    private TamperDetectedException Tampered(ProofFault fault, string message) => new(fault, message, pinned, now);
}
