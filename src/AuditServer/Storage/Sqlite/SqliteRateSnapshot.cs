using System.Data.Common;
using AuditCore.Recording;
using AuditServer.Audits;
using AuditServer.Rates;
using AuditServer.Sequencing;

namespace AuditServer.Storage.Sqlite;

/// <summary>The live counts at one moment of the file: the cost grows with cells and with what is not yet due, not with incidents.</summary>
internal sealed class SqliteRateSnapshot(SqliteReader reader, LogHead head) : IRateSnapshot
{
    public LogHead Head => head;

    public ValueTask<LogMark?> FindMarkAsync(long entryIndex, CancellationToken cancel) => ValueTask.FromResult(
        Rows(
            reader.Query("find-log-mark", "entry_index").Read(entryIndex),
            row => new LogMark(row.GetFieldValue<byte[]>(0), row.GetInt64(1))).SingleOrDefault());

    public ValueTask<IReadOnlyList<MonthMark>> ReadMarksAsync(string force, MonthRange months, CancellationToken cancel) => Read(
        reader.Query("read-rollup-months", "force", "from_month", "to_month").Read(force, months.First, months.Last),
        row => new MonthMark(row.GetInt32(0), row.GetInt64(1)));

    public ValueTask<IReadOnlyList<RollupRow>> ReadCellsAsync(string force, MonthRange months, CancellationToken cancel) => Read(
        reader.Query("read-rollups", "force", "from_month", "to_month").Read(force, months.First, months.Last),
        row => new RollupRow { Month = row.GetInt64(0), Class = row.GetInt64(1), Counted = row.GetInt64(2), Number = row.GetInt64(3) });

    public ValueTask<IReadOnlyList<ValueRow>> ReadValuesAsync(
        string force, RollupDimension dimension, MonthRange months, CancellationToken cancel) => Read(
        reader.Query("read-rollups-by-value", "force", "dimension", "from_month", "to_month")
            .Read(force, (int)dimension, months.First, months.Last),
        row => new ValueRow { Value = row.GetString(0), Class = row.GetInt64(1), Counted = row.GetInt64(2), Number = row.GetInt64(3) });

    public ValueTask<IReadOnlyList<PendingRow>> ReadPendingAsync(
        string force, MonthRange months, long nowMicros, CancellationToken cancel) => Read(
        reader.Query("read-pending", "force", "from_month", "to_month", "now_micros").Read(force, months.First, months.Last, nowMicros),
        row => new PendingRow
        {
            Month = row.GetInt64(0),
            Class = row.GetInt64(1),
            Presumed = row.GetInt64(2),
            Number = row.GetInt64(3),
            NextDeadlineMicros = row.GetInt64(4),
        });

    public ValueTask<IReadOnlyList<PendingValueRow>> ReadPendingByValueAsync(
        string force, RollupDimension dimension, MonthRange months, long nowMicros, CancellationToken cancel) => Read(
        reader.Query("read-pending-by-value", "force", "dimension", "from_month", "to_month", "now_micros")
            .Read(force, (int)dimension, months.First, months.Last, nowMicros),
        row => new PendingValueRow
        {
            Value = row.GetString(0),
            Class = row.GetInt64(1),
            Presumed = row.GetInt64(2),
            Number = row.GetInt64(3),
        });

    public ValueTask<IReadOnlyList<SourceRow>> ReadSourcesAsync(string force, CancellationToken cancel) => Read(
        reader.Query("read-sources", "force").Read(force),
        row => new SourceRow
        {
            SourceSystem = row.GetString(0),
            LastAcceptedMicros = row.GetInt64(1),
            LastEventMicros = row.IsDBNull(2) ? null : row.GetInt64(2),
        });

    public ValueTask DisposeAsync()
    {
        reader.Dispose();
        return ValueTask.CompletedTask;
    }

    private static ValueTask<IReadOnlyList<T>> Read<T>(DbDataReader rows, Func<DbDataReader, T> row) =>
        ValueTask.FromResult<IReadOnlyList<T>>(Rows(rows, row));

    private static List<T> Rows<T>(DbDataReader rows, Func<DbDataReader, T> row)
    {
        using (rows)
        {
            var all = new List<T>();
            while (rows.Read())
            {
                all.Add(row(rows));
            }

            return all;
        }
    }
}
