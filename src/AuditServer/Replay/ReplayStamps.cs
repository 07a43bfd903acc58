using AuditServer.Sequencing;

namespace AuditServer.Replay;

/// <summary>Stamps as the replayed log has them, one entry after the other.</summary>
internal sealed class ReplayStamps(IReadOnlyList<ReplayedEntry> entries) : IEntryStamps
{
    private int next;

    public long AcceptedMicros => entries[next].Stored.AcceptedMicros;

    public EntryStamp Next()
    {
        StoredEntry entry = entries[next++].Stored;
        ErasedContent? erased = entry.RedactedBy is { } redaction ? new ErasedContent(entry.Digest, redaction) : null;
        return new EntryStamp(entry.AcceptedMicros, entry.Salt, erased);
    }
}
