using System.Runtime.CompilerServices;
using AuditServer.Audits;
using AuditServer.Audits.Frames;
using AuditServer.Sequencing;

namespace AuditServer.Storage.SqlServer;

/// <summary>One moment of the database. Long readings go row by row: a frame can hold a million units.</summary>
internal sealed class SqlServerAuditSnapshot(SqlServerSession snapshot, LogHead head) : IAuditSnapshot
{
    public LogHead Head => head;

    public async Task<AuditRecord?> FindAsync(string auditId, CancellationToken cancel) =>
        (await snapshot.FindAsync<AuditRow>(Statements.FindAudit.With(auditId), cancel))?.ToRecord();

    public async Task<IReadOnlyList<AuditRecord>> ListAsync(IReadOnlyCollection<string>? forces, long after, int atMost, CancellationToken cancel)
    {
        if (forces is { Count: 0 })
        {
            return [];
        }

        BoundStatement list = forces is null
            ? Statements.ListAudits.With(after, atMost)
            : Statements.ListAuditsOfForces.With(after, TableTypes.ForceNames.Rows(forces), atMost);
        return [.. (await snapshot.ReadAsync<AuditRow>(list, cancel)).Select(r => r.ToRecord())];
    }

    public async IAsyncEnumerable<WindowUnit> ReadUnitsAsync(
        string force, long fromMicros, long toMicros, [EnumeratorCancellation] CancellationToken cancel)
    {
        BoundStatement read = Statements.ReadWindowUnits.With(force, SqlTime.Of(fromMicros), SqlTime.Of(toMicros));
        await foreach (UnitRow row in snapshot.ReadUnbufferedAsync<UnitRow>(read, cancel))
        {
            yield return row.ToUnit();
        }
    }

    public async IAsyncEnumerable<WindowUnit> ReadRecordsAsync(
        string force, long fromMicros, long toMicros, [EnumeratorCancellation] CancellationToken cancel)
    {
        BoundStatement read = Statements.ReadWindowRecords.With(force, SqlTime.Of(fromMicros), SqlTime.Of(toMicros));
        await foreach (UnitRow row in snapshot.ReadUnbufferedAsync<UnitRow>(read, cancel))
        {
            yield return row.ToRecord();
        }
    }

    public async IAsyncEnumerable<IReadOnlyList<FrameUnit>> ReadFrameAsync(
        long auditNo, int stratum, [EnumeratorCancellation] CancellationToken cancel)
    {
        IEnumerable<ErasedUnitRow> erased = await snapshot.ReadAsync<ErasedUnitRow>(Statements.ReadErasedUnits.With(auditNo), cancel);
        var merge = new FrameMerge(stratum, erased.Select(u => u.ToUnit()));
        await foreach (string unitId in snapshot.ReadUnbufferedAsync<string>(Statements.ReadFrame.With(auditNo, stratum), cancel))
        {
            merge.Add(unitId);
            if (merge.IsFull)
            {
                yield return merge.TakePage();
            }
        }

        merge.AddRest();
        yield return merge.TakePage();
    }

    public async IAsyncEnumerable<ReviewedItem> ReadItemsAsync(long auditNo, ItemRange range, [EnumeratorCancellation] CancellationToken cancel)
    {
        BoundStatement read = Statements.ReadSampleItems.With(
            auditNo, range.OnlyStratum, range.AfterStratum, range.AfterPosition, range.Selection.Reviewer, range.Selection.ToArbitrate,
            range.Selection.ToldToForce, range.AtMost);
        await foreach (ItemRow row in snapshot.ReadUnbufferedAsync<ItemRow>(read, cancel))
        {
            yield return row.ToReviewed();
        }
    }

    public async IAsyncEnumerable<CountedReview> ReadReviewsAsync(long auditNo, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (CountedReviewRow row in snapshot.ReadUnbufferedAsync<CountedReviewRow>(Statements.ReadCountedReviews.With(auditNo), cancel))
        {
            yield return row.ToReview();
        }
    }

    public Task<LogMark?> FindMarkAsync(long entryIndex, CancellationToken cancel) =>
        snapshot.FindAsync<LogMark>(Statements.FindLogMark.With(entryIndex), cancel);

    public async Task<ReviewedItem?> FindItemAsync(long auditNo, string unitId, CancellationToken cancel) =>
        (await snapshot.FindAsync<ItemRow>(Statements.FindReviewedItem.With(auditNo, unitId), cancel))?.ToReviewed();

    public async Task<IReadOnlyList<ItemHistoryRow>> ReadStepsAsync(
        long auditNo, ItemPlace first, ItemPlace last, ItemSelection selection, CancellationToken cancel)
    {
        BoundStatement read = Statements.ReadStepsOfItems.With(
            auditNo, first.Stratum, first.Position, last.Stratum, last.Position, selection.Reviewer, selection.ToArbitrate, selection.ToldToForce);
        return [.. (await snapshot.ReadAsync<ItemStoredRow>(read, cancel)).Select(s => s.ToHistory())];
    }

    public ValueTask DisposeAsync() => snapshot.DisposeAsync();
}
