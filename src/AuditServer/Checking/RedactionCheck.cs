using System.Security.Cryptography;
using AuditServer.Ledger;
using AuditServer.Replay;

namespace AuditServer.Checking;

/// <summary>
/// Holds what is left of erased entries against the redactions that say so, both ways. Memory grows with what was erased and not yet met
/// by its redaction.
/// </summary>
internal sealed class RedactionCheck(Damages found)
{
    private readonly SortedDictionary<long, SortedDictionary<long, byte[]>> awaited = [];

    /// <summary>Entries that were erased.</summary>
    public long Count { get; private set; }

    /// <summary>Takes in an erased entry.</summary>
    public void Erased(FoundEntry entry)
    {
        Count++;
        long redaction = entry.RedactedBy!.Value;
        if (!awaited.TryGetValue(redaction, out SortedDictionary<long, byte[]>? ofRedaction))
        {
            awaited.Add(redaction, ofRedaction = []);
        }

        ofRedaction.Add(entry.Index, SHA256.HashData(entry.Residue!));
    }

    /// <summary>Takes in a redaction; what it erased stands before it.</summary>
    public void Met(ReplayedRedaction redaction)
    {
        awaited.Remove(redaction.Index, out SortedDictionary<long, byte[]>? erased);
        foreach (CrimeAudit.V1.EntryResidue named in redaction.Event.Residues)
        {
            byte[]? left = null;
            erased?.Remove(named.EntryIndex, out left);
            if (left is null)
            {
                found.Add(Damage.OfEntry(redaction.Index, $"says that entry {named.EntryIndex} was erased, and it was not by this one"));
            }
            else if (!SHA256.HashData(named.Residue.Span).AsSpan().SequenceEqual(left))
            {
                found.Add(Damage.OfEntry(redaction.Index, $"holds something else of entry {named.EntryIndex} than what is left of it"));
            }
        }

        foreach (long entry in erased?.Keys.AsEnumerable() ?? [])
        {
            found.Add(Damage.OfEntry(redaction.Index, $"does not name entry {entry}, of which the payload is gone"));
        }
    }

    /// <summary>Tells of entries that no redaction came for.</summary>
    public void Finish()
    {
        foreach ((long redaction, SortedDictionary<long, byte[]> erased) in awaited)
        {
            foreach (long entry in erased.Keys)
            {
                found.Add(Damage.OfEntry(entry, $"is said to be erased by entry {redaction}, and that is no redaction"));
            }
        }
    }
}
