using System.Data.Common;
using AuditServer.Audits;
using CrimeAudit.V1;
using Google.Protobuf;

namespace AuditServer.Storage.Sqlite;

/// <summary>Audits inside a turn.</summary>
internal sealed class SqliteAuditWrites(SqliteWriter writer) : IAuditWrites
{
    public ValueTask<AuditRecord?> FindAsync(string auditId, CancellationToken cancel) => ValueTask.FromResult(Find(auditId));

    public ValueTask AddAsync(AuditRecord audit, CancellationToken cancel)
    {
        writer.Statement("add-audit", "audit_no", "audit_id", "force", "document")
            .Run(audit.No, audit.Id, audit.Force, audit.Document.ToByteArray());
        return ValueTask.CompletedTask;
    }

    public ValueTask SaveAsync(AuditRecord audit, CancellationToken cancel)
    {
        writer.Statement("save-audit", "document", "audit_no").Run(audit.Document.ToByteArray(), audit.No);
        return ValueTask.CompletedTask;
    }

    public ValueTask<IReadOnlyList<LoggedStep>> ReadStepsAsync(string force, string auditId, CancellationToken cancel) =>
        ValueTask.FromResult<IReadOnlyList<LoggedStep>>(ReadSteps(force, auditId));

    public ValueTask<long> BeginFreezeAsync(long auditNo, CancellationToken cancel) =>
        ValueTask.FromResult(writer.Statement("begin-freeze", "audit_no").RunForNumber(auditNo)!.Value);

    public ValueTask<int> DropFrameAsync(long auditNo, int atMost, CancellationToken cancel) =>
        ValueTask.FromResult(writer.Statement("drop-frame", "audit_no", "at_most").Run(auditNo, atMost));

    public ValueTask StageFrameAsync(long auditNo, IReadOnlyList<FrameUnit> units, CancellationToken cancel)
    {
        SqliteStatement stage = writer.Statement("stage-frame-unit", "audit_no", "stratum", "unit_id");
        foreach (FrameUnit unit in units)
        {
            stage.Run(auditNo, unit.Stratum, unit.UnitId);
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask StageSampleAsync(long auditNo, IReadOnlyList<DrawnItem> items, CancellationToken cancel)
    {
        SqliteStatement stage = writer.Statement("stage-sample-item", "audit_no", "stratum", "position", "unit_id", "ticket");
        foreach (DrawnItem item in items)
        {
            stage.Run(auditNo, item.Stratum, item.Position, item.UnitId, item.Ticket);
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask<FoundItem?> FindItemAsync(long auditNo, string unitId, CancellationToken cancel) =>
        ValueTask.FromResult(FindItem(auditNo, unitId));

    public ValueTask ReviewAsync(long auditNo, FoundItem item, long entryIndex, CancellationToken cancel)
    {
        writer.Statement("review-sample-item", "review_entry", "audit_no", "stratum", "position")
            .Run(entryIndex, auditNo, item.Stratum, item.Position);
        return ValueTask.CompletedTask;
    }

    private AuditRecord? Find(string auditId)
    {
        using DbDataReader row = writer.Statement("find-audit", "audit_id").Read(auditId);
        return row.Read() ? new AuditRecord(row.GetInt64(0), Audit.Parser.ParseFrom(row.GetFieldValue<byte[]>(1)), row.GetInt64(2)) : null;
    }

    private List<LoggedStep> ReadSteps(string force, string auditId)
    {
        var steps = new List<LoggedStep>();
        using DbDataReader rows = writer.Statement("read-audit-steps", "force", "source_system").Read(force, AuditKeys.SourceSystem(auditId));
        while (rows.Read())
        {
            steps.Add(new LoggedStep(rows.GetInt64(0), rows.GetInt64(1), AuditEvent.Parser.ParseFrom(rows.GetFieldValue<byte[]>(2))));
        }

        return steps;
    }

    private FoundItem? FindItem(long auditNo, string unitId)
    {
        using DbDataReader row = writer.Statement("find-sample-item", "audit_no", "unit_id").Read(auditNo, unitId);
        return row.Read() ? new FoundItem(row.GetInt32(0), row.GetInt64(1), row.IsDBNull(2) ? null : row.GetInt64(2)) : null;
    }
}
