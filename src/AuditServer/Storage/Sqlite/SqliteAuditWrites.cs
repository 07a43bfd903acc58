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
        writer.Statement("save-audit", "document", "reveal_due_micros", "audit_no")
            .Run(audit.Document.ToByteArray(), audit.RevealDueMicros, audit.No);
        return ValueTask.CompletedTask;
    }

    public ValueTask<IReadOnlyList<LoggedStep>> ReadStepsAsync(string force, string auditId, CancellationToken cancel) =>
        ValueTask.FromResult<IReadOnlyList<LoggedStep>>(ReadSteps(force, auditId));

    public ValueTask<IReadOnlyList<long>> ReadStepIndexesAsync(string force, string auditId, CancellationToken cancel) =>
        ValueTask.FromResult<IReadOnlyList<long>>(ReadStepIndexes(force, auditId));

    public ValueTask<long> BeginFreezeAsync(long auditNo, CancellationToken cancel) =>
        ValueTask.FromResult(writer.Statement("begin-freeze", "audit_no").RunForNumber(auditNo)!.Value);

    public ValueTask<int> DropFrameAsync(long auditNo, int atMost, CancellationToken cancel) =>
        ValueTask.FromResult(writer.Statement("drop-frame", "audit_no", "at_most").Run(auditNo, atMost));

    public ValueTask StageFrameAsync(long auditNo, IReadOnlyList<FrameUnit> units, CancellationToken cancel)
    {
        ISqliteStatement stage = writer.Statement("stage-frame-unit", "audit_no", "stratum", "unit_id");
        foreach (FrameUnit unit in units)
        {
            stage.Run(auditNo, unit.Stratum, unit.UnitId);
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask StageSampleAsync(long auditNo, IReadOnlyList<DrawnItem> items, bool inReserve, CancellationToken cancel)
    {
        ISqliteStatement stage = writer.Statement("stage-sample-item", "audit_no", "stratum", "position", "unit_id", "ticket", "state");
        foreach (DrawnItem item in items)
        {
            stage.Run(auditNo, item.Stratum, item.Position, item.UnitId, item.Ticket, inReserve ? 0 : (int)ItemState.AwaitingReview);
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask<SampleItemRow?> FindItemAsync(long auditNo, string unitId, CancellationToken cancel) =>
        ValueTask.FromResult(FindItem(auditNo, unitId));

    public ValueTask<IReadOnlyList<SampleItemRow>> ReadItemsAsync(long auditNo, ItemRowRange range, CancellationToken cancel) =>
        ValueTask.FromResult<IReadOnlyList<SampleItemRow>>(ReadItems(auditNo, range));

    public ValueTask SaveItemAsync(long auditNo, SampleItemRow item, CancellationToken cancel)
    {
        writer.Statement(
                "save-sample-item", "state", "review_entry", "due_micros", "told", "first_reviewer", "second_reviewer", "later_reviewer",
                "audit_no", "stratum", "position")
            .Run(
                (int)item.State, item.ReviewEntry, item.DueMicros, item.Told ? 1 : 0, item.FirstReviewer, item.SecondReviewer,
                item.LaterReviewer, auditNo, item.Stratum, item.Position);
        return ValueTask.CompletedTask;
    }

    public ValueTask AssignAsync(long auditNo, IReadOnlyList<SampleItemRow> items, CancellationToken cancel)
    {
        ISqliteStatement assign = writer.Statement(
            "assign-sample-item", "first_reviewer", "second_reviewer", "later_reviewer", "audit_no", "stratum", "position");
        foreach (SampleItemRow item in items)
        {
            assign.Run(item.FirstReviewer, item.SecondReviewer, item.LaterReviewer, auditNo, item.Stratum, item.Position);
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask EnterReservesAsync(long auditNo, int stratum, long fromPosition, long toPosition, CancellationToken cancel)
    {
        writer.Statement("enter-reserves", "audit_no", "stratum", "from_position", "to_position")
            .Run(auditNo, stratum, fromPosition, toPosition);
        return ValueTask.CompletedTask;
    }

    public ValueTask AddItemStepAsync(long auditNo, SampleItemRow item, long entryIndex, CancellationToken cancel)
    {
        writer.Statement("add-item-step", "audit_no", "stratum", "position", "entry_index")
            .Run(auditNo, item.Stratum, item.Position, entryIndex);
        return ValueTask.CompletedTask;
    }

    public ValueTask<IReadOnlyList<ItemStepRow>> ReadItemStepsAsync(long auditNo, SampleItemRow item, CancellationToken cancel) =>
        ValueTask.FromResult<IReadOnlyList<ItemStepRow>>(ReadItemSteps(auditNo, item));

    private AuditRecord? Find(string auditId)
    {
        using DbDataReader row = writer.Query("find-audit", "audit_id").Read(auditId);
        return row.Read() ? new AuditRecord(row.GetInt64(0), Audit.Parser.ParseFrom(row.GetFieldValue<byte[]>(1)), row.GetInt64(2)) : null;
    }

    private List<LoggedStep> ReadSteps(string force, string auditId)
    {
        var steps = new List<LoggedStep>();
        using DbDataReader rows = writer.Query("read-audit-steps", "force", "source_system").Read(force, AuditKeys.SourceSystem(auditId));
        while (rows.Read())
        {
            steps.Add(new LoggedStep(rows.GetInt64(0), rows.GetInt64(1), AuditEvent.Parser.ParseFrom(rows.GetFieldValue<byte[]>(2))));
        }

        return steps;
    }

    private List<long> ReadStepIndexes(string force, string auditId)
    {
        var indexes = new List<long>();
        using DbDataReader rows = writer.Query("read-source-indexes", "force", "source_system").Read(force, AuditKeys.SourceSystem(auditId));
        while (rows.Read())
        {
            indexes.Add(rows.GetInt64(0));
        }

        return indexes;
    }

    private SampleItemRow? FindItem(long auditNo, string unitId)
    {
        using DbDataReader row = writer.Query("find-sample-item", "audit_no", "unit_id").Read(auditNo, unitId);
        return row.Read() ? SqliteItems.Read(row) : null;
    }

    private List<SampleItemRow> ReadItems(long auditNo, ItemRowRange range)
    {
        var items = new List<SampleItemRow>();
        using DbDataReader rows = writer.Query("read-item-rows", "audit_no", "only_stratum", "from_position", "in_reserve", "at_most")
            .Read(auditNo, range.OnlyStratum, range.FromPosition, range.InReserve ? 1 : 0, range.AtMost);
        while (rows.Read())
        {
            items.Add(SqliteItems.Read(rows));
        }

        return items;
    }

    private List<ItemStepRow> ReadItemSteps(long auditNo, SampleItemRow item)
    {
        var steps = new List<ItemStepRow>();
        using DbDataReader rows = writer.Query("read-item-steps", "audit_no", "stratum", "position")
            .Read(auditNo, item.Stratum, item.Position);
        while (rows.Read())
        {
            steps.Add(new ItemStepRow(rows.GetInt64(0), rows.IsDBNull(2) ? null : SqliteItems.ReadStep(rows, 0)));
        }

        return steps;
    }
}
