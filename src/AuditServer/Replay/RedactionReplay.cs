using AuditServer.Sequencing;
using CrimeAudit.V1;

namespace AuditServer.Replay;

/// <summary>
/// Replays redactions. What they erased was replayed as what they left of it, so nothing is to be erased here: it is only held against
/// what the redaction says.
/// </summary>
internal static class RedactionReplay
{
    /// <exception cref="EntryRefusedException">An entry that it names is not what it left.</exception>
    public static async ValueTask ApplyAsync(Turn turn, ReplayedRedaction redaction, CancellationToken cancel)
    {
        foreach (EntryResidue left in redaction.Event.Residues)
        {
            bool stands = left.EntryIndex < turn.Log.Head.Size
                ? IsLeft(await turn.Log.Redactions.FindAsync(left.EntryIndex, cancel), redaction, left)
                : IsLeft(turn.Appended[(int)(left.EntryIndex - turn.Log.Head.Size)], redaction, left);
            if (!stands)
            {
                throw new EntryRefusedException(
                    redaction.Index,
                    $"says that it erased entry {left.EntryIndex}, which stands otherwise. If it came while this ran, run this again");
            }
        }

        turn.Append(EntryKind.Redaction, redaction.Stored.Key, redaction.Stored.Payload);
    }

    private static bool IsLeft(StoredEntry? entry, ReplayedRedaction redaction, EntryResidue left) =>
        entry is not null && IsLeft(entry.Key, entry.RedactedBy, entry.Payload, redaction, left);

    private static bool IsLeft(Entry entry, ReplayedRedaction redaction, EntryResidue left) =>
        IsLeft(entry.Key, entry.RedactedBy, entry.Payload, redaction, left);

    private static bool IsLeft(RequestKey key, long? redactedBy, byte[] payload, ReplayedRedaction redaction, EntryResidue left) =>
        redactedBy == redaction.Index && key.Force == redaction.Stored.Key.Force && left.Residue.Span.SequenceEqual(payload);
}
