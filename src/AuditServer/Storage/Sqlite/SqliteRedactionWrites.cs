using System.Data.Common;
using System.Text.Json;
using AuditServer.Audits;
using AuditServer.Redactions;
using AuditServer.Sequencing;
using CrimeAudit.V1;

namespace AuditServer.Storage.Sqlite;

/// <summary>Redactions inside a turn. secure_delete overwrites what is erased on the pages of the file.</summary>
internal sealed class SqliteRedactionWrites(SqliteWriter writer) : IRedactionWrites
{
    public ValueTask<StoredEntry?> FindAsync(long entryIndex, CancellationToken cancel) => ValueTask.FromResult(Find(entryIndex));

    public ValueTask EraseAsync(IReadOnlyList<Residue> residues, CancellationToken cancel)
    {
        foreach (Residue residue in residues)
        {
            writer.AppendResidue(residue.EntryIndex, residue.RedactedBy, residue.Bytes);
            writer.Statement("erase-payload", "entry_index").Run(residue.EntryIndex);
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask RenameIncidentAsync(long incidentId, string reference, CancellationToken cancel)
    {
        writer.Statement("rename-incident", "ref", "incident_id").Run(reference, incidentId);
        return ValueTask.CompletedTask;
    }

    public ValueTask<IReadOnlyList<AuditRecord>> ListAuditsAsync(string force, CancellationToken cancel) =>
        ValueTask.FromResult<IReadOnlyList<AuditRecord>>(ListAudits(force));

    public ValueTask<UnitStanding?> FindUnitAsync(long auditNo, int strata, string unitId, CancellationToken cancel) =>
        ValueTask.FromResult(FindUnit(auditNo, strata, unitId));

    public ValueTask<bool> HoldsRecordsAsync(long auditNo, int strata, string after, string before, CancellationToken cancel) =>
        ValueTask.FromResult(writer.Statement("holds-frame-records", "strata", "audit_no", "after", "before")
            .RunForNumber(strata, auditNo, after, before) == 1);

    public ValueTask DropUnitAsync(long auditNo, int stratum, string unitId, CancellationToken cancel)
    {
        writer.Statement("drop-frame-unit", "audit_no", "stratum", "unit_id").Run(auditNo, stratum, unitId);
        return ValueTask.CompletedTask;
    }

    public ValueTask EraseUnitAsync(long auditNo, string unitId, ErasedFrameUnit erased, CancellationToken cancel)
    {
        writer.Statement("erase-frame-unit", "token", "place", "leaf_hash", "ticket", "audit_no", "stratum", "unit_id")
            .Run(erased.UnitId, erased.Place, erased.LeafHash, erased.Ticket, auditNo, erased.Stratum, unitId);
        writer.Statement("rename-sample-item", "token", "audit_no", "unit_id").Run(erased.UnitId, auditNo, unitId);
        return ValueTask.CompletedTask;
    }

    public ValueTask<IReadOnlyList<ErasedFrameUnit>> ReadErasedUnitsAsync(long auditNo, CancellationToken cancel) =>
        ValueTask.FromResult<IReadOnlyList<ErasedFrameUnit>>(ReadErasedUnits(auditNo));

    public ValueTask<IReadOnlyList<ItemStepHeld>> ReadItemStepsAsync(long auditNo, CancellationToken cancel) =>
        ValueTask.FromResult<IReadOnlyList<ItemStepHeld>>(ReadItemSteps(auditNo));

    private StoredEntry? Find(long entryIndex)
    {
        using DbDataReader row = writer.Query("read-entries", "from_index", "at_most").Read(entryIndex, 1);
        return row.Read() && row.GetInt64(0) == entryIndex ? SqliteEntries.Read(row).Whole : null;
    }

    private List<AuditRecord> ListAudits(string force)
    {
        var audits = new List<AuditRecord>();
        using DbDataReader rows = writer.Query("list-audits", "after", "forces", "at_most")
            .Read(-1L, JsonSerializer.Serialize(new[] { force }), long.MaxValue);
        while (rows.Read())
        {
            audits.Add(new AuditRecord(rows.GetInt64(0), Audit.Parser.ParseFrom(rows.GetFieldValue<byte[]>(1)), rows.GetInt64(2)));
        }

        return audits;
    }

    private UnitStanding? FindUnit(long auditNo, int strata, string unitId)
    {
        using DbDataReader row = writer.Query("find-frame-unit", "strata", "audit_no", "unit_id").Read(strata, auditNo, unitId);
        return row.Read() ? new UnitStanding(row.GetInt32(0), row.GetInt64(1)) : null;
    }

    private List<ErasedFrameUnit> ReadErasedUnits(long auditNo)
    {
        var units = new List<ErasedFrameUnit>();
        using DbDataReader rows = writer.Query("read-erased-units", "audit_no").Read(auditNo);
        while (rows.Read())
        {
            units.Add(SqliteItems.ReadErased(rows));
        }

        return units;
    }

    private List<ItemStepHeld> ReadItemSteps(long auditNo)
    {
        var steps = new List<ItemStepHeld>();
        using DbDataReader rows = writer.Query("read-steps-of-audit", "audit_no").Read(auditNo);
        while (rows.Read())
        {
            AuditEvent step = AuditEvent.Parser.ParseFrom(rows.GetFieldValue<byte[]>(1));
            steps.Add(new ItemStepHeld(rows.GetInt64(0), step, rows.IsDBNull(2) ? null : rows.GetInt64(2)));
        }

        return steps;
    }
}
