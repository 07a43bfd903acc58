using AuditServer.Audits;
using Google.Protobuf;

namespace AuditServer.Storage.SqlServer;

/// <summary>Audits inside a turn.</summary>
internal sealed class SqlServerAuditWrites(SqlServerSession session) : IAuditWrites
{
    public async ValueTask<AuditRecord?> FindAsync(string auditId, CancellationToken cancel) =>
        (await session.FindAsync<AuditRow>(Statements.FindAudit.With(auditId), cancel))?.ToRecord();

    public async ValueTask AddAsync(AuditRecord audit, CancellationToken cancel) => await session.RunAsync(
        Statements.AddAudit.With(audit.No, audit.Id, audit.Force, audit.Document.ToByteArray()), cancel);

    public async ValueTask SaveAsync(AuditRecord audit, CancellationToken cancel) =>
        await session.RunAsync(Statements.SaveAudit.With(audit.Document.ToByteArray(), audit.No), cancel);

    public async ValueTask<IReadOnlyList<LoggedStep>> ReadStepsAsync(string force, string auditId, CancellationToken cancel)
    {
        BoundStatement read = Statements.ReadAuditSteps.With(force, AuditKeys.SourceSystem(auditId));
        return [.. (await session.ReadAsync<StoredRow>(read, cancel)).Select(s => s.ToStep())];
    }

    public async ValueTask<long> BeginFreezeAsync(long auditNo, CancellationToken cancel) =>
        await session.ReadOneAsync<long>(Statements.BeginFreeze.With(auditNo), cancel);

    public async ValueTask<int> DropFrameAsync(long auditNo, int atMost, CancellationToken cancel) =>
        await session.RunAsync(Statements.DropFrame.With(auditNo, atMost), cancel);

    public async ValueTask StageFrameAsync(long auditNo, IReadOnlyList<FrameUnit> units, CancellationToken cancel)
    {
        // A window can hold no unit at all.
        if (units.Count > 0)
        {
            await session.RunAsync(Statements.StageFrameUnits.With(auditNo, TableTypes.StagedUnits.Rows(units)), cancel);
        }
    }

    public async ValueTask StageSampleAsync(long auditNo, IReadOnlyList<DrawnItem> items, CancellationToken cancel)
    {
        if (items.Count > 0)
        {
            await session.RunAsync(Statements.StageSampleItems.With(auditNo, TableTypes.StagedItems.Rows(items)), cancel);
        }
    }

    public async ValueTask<FoundItem?> FindItemAsync(long auditNo, string unitId, CancellationToken cancel) =>
        await session.FindAsync<ItemRow>(Statements.FindSampleItem.With(auditNo, unitId), cancel) is { } row
            ? new FoundItem(row.Stratum, row.Position, row.ReviewEntry)
            : null;

    public async ValueTask ReviewAsync(long auditNo, FoundItem item, long entryIndex, CancellationToken cancel) =>
        await session.RunAsync(Statements.ReviewSampleItem.With(entryIndex, auditNo, item.Stratum, item.Position), cancel);

    private sealed class ItemRow
    {
        public int Stratum { get; init; }

        public long Position { get; init; }

        public long? ReviewEntry { get; init; }
    }
}
