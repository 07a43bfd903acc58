using AuditServer.Audits;
using AuditServer.Incidents;
using CrimeAudit.V1;

namespace AuditServer.Storage.SqlServer;

/// <summary>An entry's payload with its place in the log.</summary>
internal sealed class StoredRow
{
    public long EntryIndex { get; init; }

    public DateTime Accepted { get; init; }

    public byte[] Payload { get; init; } = [];

    public long? RedactedBy { get; init; }

    public StoredUpdate ToUpdate() => new(EntryIndex, SqlTime.ToMicros(Accepted), Payload, RedactedBy);

    public LoggedStep ToStep() => new(EntryIndex, SqlTime.ToMicros(Accepted), AuditEvent.Parser.ParseFrom(Payload));
}
