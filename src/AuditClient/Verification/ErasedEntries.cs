using CrimeAudit.V1;
using Google.Protobuf;

namespace CrimeAudit.Client;

/// <summary>
/// Entries that are said to be erased, on the way through a log: the redaction that is named comes later, and must be one that names them.
/// </summary>
internal sealed class ErasedEntries
{
    /// <summary>How the leaf of a redaction names its kind.</summary>
    private const string Kind = "redaction";

    private readonly Dictionary<long, List<LedgerEntry>> awaited = [];

    /// <summary>Takes the next entry.</summary>
    /// <exception cref="ProofRejectedException">What an entry held is said to be erased, and is not, or not by this one.</exception>
    public void Add(LedgerEntry entry, EntryLeaf leaf)
    {
        if (awaited.Remove(entry.EntryIndex, out List<LedgerEntry>? erased))
        {
            Require(leaf.Kind == Kind, entry);
            // What is left of reviews is not everybody's to read.
            HashSet<long>? named = entry.StoredBytes.IsEmpty ? null : NamedBy(entry.StoredBytes);
            Require(named is null || erased.TrueForAll(e => named.Contains(e.EntryIndex)), entry);
        }

        if (entry.HasRedactedBy)
        {
            Require(entry.RedactedBy > entry.EntryIndex && entry.Salt.IsEmpty && entry.StoredBytes.IsEmpty, entry);
            if (!awaited.TryGetValue(entry.RedactedBy, out List<LedgerEntry>? others))
            {
                awaited.Add(entry.RedactedBy, others = []);
            }

            others.Add(entry);
        }
    }

    /// <summary>The entries that a redaction names; none where the bytes are no redaction.</summary>
    /// <param name="stored">What the entry holds, as stored.</param>
    public static HashSet<long> NamedBy(ByteString stored)
    {
        try
        {
            return [.. Redaction.Parser.ParseFrom(stored).Residues.Select(r => r.EntryIndex)];
        }
        catch (InvalidProtocolBufferException)
        {
            return [];
        }
    }

    /// <summary>Whether a leaf is that of a redaction of a force.</summary>
    public static bool IsRedaction(EntryLeaf leaf, string force) => leaf.Kind == Kind && leaf.Force == force;

    private static void Require(bool holds, LedgerEntry entry)
    {
        if (!holds)
        {
            throw new ProofRejectedException(
                ProofFault.NotErased, $"What an entry held is said to be erased, and entry {entry.EntryIndex} does not bear it out.");
        }
    }
}
