using AuditServer.Audits;
using CrimeAudit.V1;
using Google.Protobuf;

namespace AuditServer.Storage.SqlServer;

/// <summary>Audits inside a turn.</summary>
internal sealed class SqlServerAuditWrites(SqlServerSession session) : IAuditWrites
{
    /// <summary>Items given in one statement.</summary>
    private const int AtOnce = 1_000;

    public async ValueTask<AuditRecord?> FindAsync(string auditId, CancellationToken cancel) =>
        (await session.FindAsync<AuditRow>(Statements.FindAudit.With(auditId), cancel))?.ToRecord();

    public async ValueTask AddAsync(AuditRecord audit, CancellationToken cancel) => await session.RunAsync(
        Statements.AddAudit.With(audit.No, audit.Id, audit.Force, audit.Document.ToByteArray()), cancel);

    public async ValueTask SaveAsync(AuditRecord audit, CancellationToken cancel) => await session.RunAsync(
        Statements.SaveAudit.With(audit.Document.ToByteArray(), SqlTime.Of(audit.RevealDueMicros), audit.No), cancel);

    public async ValueTask<IReadOnlyList<LoggedStep>> ReadStepsAsync(string force, string auditId, CancellationToken cancel)
    {
        BoundStatement read = Statements.ReadAuditSteps.With(force, AuditKeys.SourceSystem(auditId));
        return [.. (await session.ReadAsync<StoredRow>(read, cancel)).Select(s => s.ToStep())];
    }

    public async ValueTask<IReadOnlyList<long>> ReadStepIndexesAsync(string force, string auditId, CancellationToken cancel) =>
        [.. await session.ReadAsync<long>(Statements.ReadSourceIndexes.With(force, AuditKeys.SourceSystem(auditId)), cancel)];

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

    public async ValueTask StageSampleAsync(long auditNo, IReadOnlyList<DrawnItem> items, bool inReserve, CancellationToken cancel)
    {
        if (items.Count > 0)
        {
            int state = inReserve ? 0 : (int)ItemState.AwaitingReview;
            await session.RunAsync(Statements.StageSampleItems.With(auditNo, TableTypes.StagedItems.Rows(items), state), cancel);
        }
    }

    public async ValueTask<SampleItemRow?> FindItemAsync(long auditNo, string unitId, CancellationToken cancel) =>
        (await session.FindAsync<ItemRow>(Statements.FindSampleItem.With(auditNo, unitId), cancel))?.ToItem();

    public async ValueTask<IReadOnlyList<SampleItemRow>> ReadItemsAsync(long auditNo, ItemRowRange range, CancellationToken cancel)
    {
        BoundStatement read = Statements.ReadItemRows.With(auditNo, range.OnlyStratum, range.FromPosition, range.InReserve, range.AtMost);
        return [.. (await session.ReadAsync<ItemRow>(read, cancel)).Select(i => i.ToItem())];
    }

    public async ValueTask SaveItemAsync(long auditNo, SampleItemRow item, CancellationToken cancel) => await session.RunAsync(
        Statements.SaveSampleItem.With(
            (int)item.State, item.ReviewEntry, SqlTime.Of(item.DueMicros), item.Told, item.FirstReviewer, item.SecondReviewer,
            item.LaterReviewer, auditNo, item.Stratum, item.Position),
        cancel);

    public async ValueTask AssignAsync(long auditNo, IReadOnlyList<SampleItemRow> items, CancellationToken cancel)
    {
        foreach (SampleItemRow[] chunk in items.Chunk(AtOnce))
        {
            await session.RunAsync(Statements.AssignSampleItems.With(auditNo, TableTypes.AssignedItems.Rows(chunk)), cancel);
        }
    }

    public async ValueTask EnterReservesAsync(long auditNo, int stratum, long fromPosition, long toPosition, CancellationToken cancel) =>
        await session.RunAsync(Statements.EnterReserves.With(auditNo, stratum, fromPosition, toPosition), cancel);

    public async ValueTask AddItemStepAsync(long auditNo, SampleItemRow item, long entryIndex, CancellationToken cancel) =>
        await session.RunAsync(Statements.AddItemStep.With(auditNo, item.Stratum, item.Position, entryIndex), cancel);

    public async ValueTask<IReadOnlyList<ItemStepRow>> ReadItemStepsAsync(long auditNo, SampleItemRow item, CancellationToken cancel)
    {
        BoundStatement read = Statements.ReadItemSteps.With(auditNo, item.Stratum, item.Position);
        return [.. (await session.ReadAsync<ItemStoredRow>(read, cancel)).Select(s => s.ToRow())];
    }
}
