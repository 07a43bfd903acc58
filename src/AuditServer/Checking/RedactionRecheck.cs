using AuditServer.Ledger;
using AuditServer.Sequencing;
using CrimeAudit.V1;

namespace AuditServer.Checking;

/// <summary>Looks again whether the redaction by which an entry was erased is there, and holds what is left of it.</summary>
internal sealed class RedactionRecheck(ILedgerSnapshot snapshot, Damages found)
{
    public async Task CheckAsync(FoundEntry entry, CancellationToken cancel)
    {
        if (entry.Residue is not { } residue || entry.RedactedBy is not { } redaction)
        {
            return;
        }

        StoredEntry? said = (await snapshot.FindEntriesAsync(redaction, 1, cancel)).FirstOrDefault(e => e.Index == redaction)?.Whole;
        if (said is not { Kind: EntryKind.Redaction } || !said.HasItsDigest)
        {
            found.Add(Damage.OfEntry(entry.Index, $"is said to be erased by entry {redaction}, and that is no redaction"));
            return;
        }

        EntryResidue? named = Redaction.Parser.ParseFrom(said.Payload).Residues.FirstOrDefault(r => r.EntryIndex == entry.Index);
        if (named is null || !named.Residue.Span.SequenceEqual(residue))
        {
            found.Add(Damage.OfEntry(entry.Index, $"is said to be erased by entry {redaction}, which holds something else of it, or nothing"));
        }
    }
}
