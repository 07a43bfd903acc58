using AuditServer.Sequencing;

namespace AuditServer.Replay;

/// <summary>Stamps as the replayed log has them, one entry after the other.</summary>
internal sealed class ReplayStamps(IReadOnlyList<ReplayedEntry> entries) : IEntryStamps
{
    private int next;

    public long AcceptedMicros => entries[next].Stored.AcceptedMicros;

    public EntryStamp Next(byte[] payload, EntrySeal? seal)
    {
        StoredEntry entry = entries[next++].Stored;
        EntrySeal stored = entry.RedactedBy is null ? EntrySeal.Of(entry.Salt, payload) : new EntrySeal(entry.Salt, entry.Digest);
        return new EntryStamp(entry.AcceptedMicros, stored, entry.RedactedBy);
    }
}
