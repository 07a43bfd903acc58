using AuditCore.Recording;
using AuditServer.Audits;
using AuditServer.Rates;
using AuditServer.Sequencing;

namespace AuditServer.Storage.SqlServer;

/// <summary>The live counts at one moment: the cost grows with cells and with what is not yet due, not with incidents.</summary>
internal sealed class SqlServerRateSnapshot(SqlServerSession snapshot, LogHead head) : IRateSnapshot
{
    public LogHead Head => head;

    public async ValueTask<LogMark?> FindMarkAsync(long entryIndex, CancellationToken cancel) =>
        await snapshot.FindAsync<LogMark>(Statements.FindLogMark.With(entryIndex), cancel);

    public async ValueTask<IReadOnlyList<MonthMark>> ReadMarksAsync(string force, MonthRange months, CancellationToken cancel) =>
        [.. await snapshot.ReadAsync<MonthMark>(Statements.ReadRollupMonths.With(force, months.First, months.Last), cancel)];

    public async ValueTask<IReadOnlyList<RollupRow>> ReadCellsAsync(string force, MonthRange months, CancellationToken cancel) =>
        [.. await snapshot.ReadAsync<RollupRow>(Statements.ReadRollups.With(force, months.First, months.Last), cancel)];

    public async ValueTask<IReadOnlyList<ValueRow>> ReadValuesAsync(
        string force, RollupDimension dimension, MonthRange months, CancellationToken cancel) =>
        [.. await snapshot.ReadAsync<ValueRow>(Statements.ReadRollupsByValue.With(force, (int)dimension, months.First, months.Last), cancel)];

    public async ValueTask<IReadOnlyList<PendingRow>> ReadPendingAsync(
        string force, MonthRange months, long nowMicros, CancellationToken cancel)
    {
        IEnumerable<Pending> rows = await snapshot.ReadAsync<Pending>(
            Statements.ReadPending.With(force, months.First, months.Last, SqlTime.Of(nowMicros)), cancel);
        return [.. rows.Select(p => p.ToRow())];
    }

    public async ValueTask<IReadOnlyList<PendingValueRow>> ReadPendingByValueAsync(
        string force, RollupDimension dimension, MonthRange months, long nowMicros, CancellationToken cancel) =>
    [
        .. await snapshot.ReadAsync<PendingValueRow>(
            Statements.ReadPendingByValue.With(force, (int)dimension, months.First, months.Last, SqlTime.Of(nowMicros)), cancel),
    ];

    public async ValueTask<IReadOnlyList<SourceRow>> ReadSourcesAsync(string force, CancellationToken cancel)
    {
        IEnumerable<SourceTimes> sources = await snapshot.ReadAsync<SourceTimes>(Statements.ReadSources.With(force), cancel);
        return [.. sources.Select(s => s.ToRow())];
    }

    public ValueTask DisposeAsync() => snapshot.DisposeAsync();

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
