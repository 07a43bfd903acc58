using System.Security.Cryptography;
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
    /// <summary>Roots of the whole subtrees so far, each with its height, from left to right.</summary>
    private readonly Stack<(int Height, byte[] Root)> subtrees = [];
    private readonly ErasedEntries erased = new();

    private long next;
    private long lastMicros;

    /// <summary>Takes the next entry.</summary>
    /// <exception cref="TamperDetectedException">It is not what was signed.</exception>
    public void Add(LedgerEntry entry)
    {
        if (entry.EntryIndex != next || next >= now.Size)
        {
            throw Tampered(ProofFault.EntryMissing, $"Entry {next} was to come, and entry {entry.EntryIndex} came.");
        }

        Check(entry);
        Append(MerkleProofs.LeafHash(entry.LeafText.Span));
        next++;
        RequireRootOf(pinned);
        RequireRootOf(now);
    }

    /// <summary>Requires that every entry came.</summary>
    /// <exception cref="TamperDetectedException">One did not.</exception>
    public void RequireWhole()
    {
        if (next < now.Size)
        {
            throw Tampered(ProofFault.EntryMissing, $"The entries end with {next}, and {now.Size} are signed.");
        }
    }

    private void Check(LedgerEntry entry)
    {
        try
        {
            EntryLeaf leaf = EntryLeaf.Parse(entry.LeafText.Span);
            if (leaf.AcceptedMicros < lastMicros)
            {
                throw Tampered(ProofFault.TimesOutOfOrder, $"Entry {next} was accepted before the one in front of it.");
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
            throw Tampered(rejected.Fault, $"Entry {next}: {rejected.Message}");
        }
    }

    /// <summary>Two subtrees of one height become one of the next.</summary>
    private void Append(byte[] leafHash)
    {
        (int height, byte[] root) = (0, leafHash);
        while (subtrees.TryPeek(out (int Height, byte[] Root) left) && left.Height == height)
        {
            root = MerkleProofs.Node(subtrees.Pop().Root, root);
            height++;
        }

        subtrees.Push((height, root));
    }

    private void RequireRootOf(LogCheckpoint signed)
    {
        if (signed.Size == next && !signed.RootHash.AsSpan().SequenceEqual(Root()))
        {
            throw Tampered(ProofFault.EntriesDiffer, $"The first {next} entries are not those that the log {signed.Origin} has signed.");
        }
    }

    /// <summary>What stands alone on the right is joined with what stands left of it.</summary>
    private byte[] Root() => subtrees.Count == 0
        ? SHA256.HashData([])
        : subtrees.Select(s => s.Root).Aggregate((right, left) => MerkleProofs.Node(left, right));

    private TamperDetectedException Tampered(ProofFault fault, string message) => new(fault, message, pinned, now);
}
