using AuditServer.Audits;
using CrimeAudit.V1;

namespace AuditServer.Storage.SqlServer;

/// <summary>A step of an item as it is stored; an entry of the turn that reads has neither time nor payload yet.</summary>
internal sealed class ItemStoredRow
{
    public int Stratum { get; init; }

    public long Position { get; init; }

    public long EntryIndex { get; init; }

    public DateTime? Accepted { get; init; }

    public byte[]? Payload { get; init; }

    public ItemStepRow ToRow() => new(EntryIndex, Payload is null ? null : Step());

    public ItemHistoryRow ToHistory() => new(Stratum, Position, Step());

    private LoggedStep Step() => new(EntryIndex, SqlTime.ToMicros(Accepted!.Value), AuditEvent.Parser.ParseFrom(Payload));
}
