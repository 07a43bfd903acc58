using AuditServer.Audits;
using CrimeAudit.V1;

namespace AuditServer.Storage.SqlServer;

/// <summary>An audit as it is stored.</summary>
internal sealed class AuditRow
{
    public long AuditNo { get; init; }

    public byte[] Document { get; init; } = [];

    public long FreezeAttempt { get; init; }

    public AuditRecord ToRecord() => new(AuditNo, Audit.Parser.ParseFrom(Document), FreezeAttempt);
}
