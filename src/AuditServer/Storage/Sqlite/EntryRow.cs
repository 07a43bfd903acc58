using AuditServer.Ledger;
using AuditServer.Sequencing;

namespace AuditServer.Storage.Sqlite;

/// <summary>An entry as it is stored.</summary>
internal sealed class EntryRow
{
    public long EntryIndex { get; init; }

    public int Kind { get; init; }

    public string? Force { get; init; }

    public string? SourceSystem { get; init; }

    public string RequestId { get; init; } = "";

    public long AcceptedMicros { get; init; }

    public byte[]? Salt { get; init; }

    public byte[]? Payload { get; init; }

    public byte[] Digest { get; init; } = [];

    public byte[]? Residue { get; init; }

    public long? RedactedBy { get; init; }

    public FoundEntry ToFound() =>
        new(EntryIndex, (EntryKind)Kind, Force, SourceSystem, RequestId, AcceptedMicros, Salt, Payload, Digest, Residue, RedactedBy);

    /// <summary>The entry, as statements read it that leave out what is not whole.</summary>
    public StoredEntry ToEntry() => ToFound().Whole ?? throw new InvalidOperationException($"Entry {EntryIndex} is not whole.");
}
