using AuditCore.Recording;
using AuditServer.Incidents;
using AuditServer.Rates;
using AuditServer.Sequencing;

namespace AuditServer.Storage.SqlServer;

/// <summary>Live counts from the rollups: the cost grows with cells and with what is not yet due, not with incidents.</summary>
internal sealed class SqlServerRateReads(SqlServerDatabase database) : IRateReads
{
    public async ValueTask<LiveCounts> ReadAsync(AccountedForQuestion question, long nowMicros, CancellationToken cancel) =>
        (await ReadAllAsync([question], nowMicros, cancel))[0];

    public async ValueTask<IReadOnlyList<LiveCounts>> ReadAllAsync(
        IReadOnlyList<AccountedForQuestion> questions, long nowMicros, CancellationToken cancel)
    {
        await using SqlServerSession snapshot = await database.SnapshotAsync(cancel);
        var counts = new List<LiveCounts>(questions.Count);
        foreach (AccountedForQuestion question in questions)
        {
            counts.Add(await ReadAsync(snapshot, question, nowMicros, cancel));
        }

        return counts;
    }

    public async ValueTask<bool> HasNotCountedAsync(CancellationToken cancel)
    {
        await using SqlServerSession snapshot = await database.SnapshotAsync(cancel);
        return (await snapshot.ReadAsync<IncidentName>(Statements.FindNotCounted.With(1), cancel)).Any();
    }

    private static async ValueTask<LiveCounts> ReadAsync(
        SqlServerSession snapshot, AccountedForQuestion question, long nowMicros, CancellationToken cancel)
    {
        (string force, int from, int to, DateTime now) = (question.Force, question.FromMonth, question.ToMonth, SqlTime.Of(nowMicros));
        LogHead head = (await snapshot.ReadOneAsync<HeadRow>(Statements.ReadHead.With(), cancel)).ToHead();
        IEnumerable<RollupRow> rollups = await snapshot.ReadAsync<RollupRow>(Statements.ReadRollups.With(force, from, to), cancel);
        IEnumerable<Pending> pending = await snapshot.ReadAsync<Pending>(Statements.ReadPending.With(force, from, to, now), cancel);
        (IEnumerable<ValueRow> byValue, IEnumerable<PendingValueRow> pendingByValue) = ([], []);
        if (question.Dimension is { } further)
        {
            byValue = await snapshot.ReadAsync<ValueRow>(Statements.ReadRollupsByValue.With(force, (int)further, from, to), cancel);
            // What a reason answers is not open.
            pendingByValue = further == RollupDimension.NotRecordedReason ? [] : await snapshot.ReadAsync<PendingValueRow>(
                Statements.ReadPendingByValue.With(force, (int)further, from, to, now), cancel);
        }

        IEnumerable<SourceTimes> sources = await snapshot.ReadAsync<SourceTimes>(Statements.ReadSources.With(force), cancel);
        return new LiveCounts(
            [.. rollups], [.. pending.Select(p => p.ToRow())], [.. byValue], [.. pendingByValue], [.. sources.Select(s => s.ToRow())], head);
    }

    private sealed class Pending
    {
        public long Month { get; init; }

        public long Class { get; init; }

        public long Presumed { get; init; }

        public long Number { get; init; }

        public DateTime NextDeadline { get; init; }

        public PendingRow ToRow() => new()
        {
            Month = Month,
            Class = Class,
            Presumed = Presumed,
            Number = Number,
            NextDeadlineMicros = SqlTime.ToMicros(NextDeadline),
        };
    }
}
