using AuditServer.Audits;
using AuditServer.Redactions;
using AuditServer.Sequencing;
using CrimeAudit.V1;

namespace AuditServer.Storage.SqlServer;

/// <summary>Redactions inside a turn.</summary>
internal sealed class SqlServerRedactionWrites(SqlServerSession session) : IRedactionWrites
{
    /// <summary>Payloads erased in one statement.</summary>
    private const int AtOnce = 1_000;

    public async ValueTask<StoredEntry?> FindAsync(long entryIndex, CancellationToken cancel)
    {
        EntryRow? row = await session.FindAsync<EntryRow>(Statements.ReadEntries.With(entryIndex, 1), cancel);
        return row?.EntryIndex == entryIndex ? row.ToEntry() : null;
    }

    public async ValueTask EraseAsync(IReadOnlyList<Residue> residues, CancellationToken cancel)
    {
        foreach (Residue[] chunk in residues.Chunk(AtOnce))
        {
            await session.RunAsync(Statements.ErasePayloads.With(TableTypes.ResidueRows.Rows(chunk)), cancel);
        }
    }

    public async ValueTask RenameIncidentAsync(long incidentId, string reference, CancellationToken cancel) =>
        await session.RunAsync(Statements.RenameIncident.With(reference, incidentId), cancel);

    public async ValueTask<IReadOnlyList<AuditRecord>> ListAuditsAsync(string force, CancellationToken cancel)
    {
        BoundStatement list = Statements.ListAuditsOfForces.With(-1L, TableTypes.ForceNames.Rows([force]), int.MaxValue);
        return [.. (await session.ReadAsync<AuditRow>(list, cancel)).Select(r => r.ToRecord())];
    }

    public async ValueTask<UnitStanding?> FindUnitAsync(long auditNo, int strata, string unitId, CancellationToken cancel) =>
        (await session.FindAsync<StandingRow>(Statements.FindFrameUnit.With(strata, auditNo, unitId), cancel))?.ToStanding();

    public async ValueTask<bool> HoldsRecordsAsync(long auditNo, int strata, string after, string before, CancellationToken cancel) =>
        await session.ReadOneAsync<long>(Statements.HoldsFrameRecords.With(strata, auditNo, after, before), cancel) > 0;

    public async ValueTask DropUnitAsync(long auditNo, int stratum, string unitId, CancellationToken cancel) =>
        await session.RunAsync(Statements.DropFrameUnit.With(auditNo, stratum, unitId), cancel);

    public async ValueTask EraseUnitAsync(long auditNo, string unitId, ErasedFrameUnit erased, CancellationToken cancel) =>
        await session.RunAsync(
            Statements.EraseFrameUnit.With(
                erased.UnitId, erased.Place, erased.LeafHash, erased.Ticket, auditNo, erased.Stratum, unitId),
            cancel);

    public async ValueTask<IReadOnlyList<ErasedFrameUnit>> ReadErasedUnitsAsync(long auditNo, CancellationToken cancel) =>
        [.. (await session.ReadAsync<ErasedUnitRow>(Statements.ReadErasedUnits.With(auditNo), cancel)).Select(r => r.ToUnit())];

    public async ValueTask<IReadOnlyList<ItemStepHeld>> ReadItemStepsAsync(long auditNo, CancellationToken cancel) =>
        [.. (await session.ReadAsync<StepRow>(Statements.ReadStepsOfAudit.With(auditNo), cancel)).Select(r => r.ToHeld())];

    private sealed class StandingRow
    {
        public int Stratum { get; init; }

        public long Before { get; init; }

        public UnitStanding ToStanding() => new(Stratum, Before);
    }

    private sealed class StepRow
    {
        public long EntryIndex { get; init; }

        public byte[] Payload { get; init; } = [];

        public long? RedactedBy { get; init; }

        public ItemStepHeld ToHeld() => new(EntryIndex, AuditEvent.Parser.ParseFrom(Payload), RedactedBy);
    }
}
