using AuditServer.Incidents;

namespace AuditServer.Storage.Sqlite;

/// <summary>An update as it is stored, or what is left of it.</summary>
internal sealed class UpdateRow
{
    public long Index { get; init; }

    public long AcceptedMicros { get; init; }

    public byte[] Payload { get; init; } = [];

    public long? RedactedBy { get; init; }

    public StoredUpdate ToUpdate() => new(Index, AcceptedMicros, Payload, RedactedBy);
}
