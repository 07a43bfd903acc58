using System.Data.Common;
using AuditServer.Security.Accesses;

namespace AuditServer.Storage.Sqlite;

/// <summary>The access log inside a turn.</summary>
internal sealed class SqliteAccessWrites(SqliteWriter writer) : IAccessWrites
{
    public ValueTask<long> ReadEndAsync(CancellationToken cancel) =>
        ValueTask.FromResult(writer.Statement("read-access-end").RunForNumber()!.Value);

    public ValueTask<AccessRow?> FindAsync(long index, CancellationToken cancel) => ValueTask.FromResult(Find(index));

    public ValueTask AddAsync(IReadOnlyList<AccessRow> rows, CancellationToken cancel)
    {
        ISqliteStatement add = writer.Statement(
            "add-access", "access_index", "at_micros", "subject", "roles", "home_forces", "method", "force", "records", "number");
        foreach (AccessRow row in rows)
        {
            add.Run(row.Index, row.AtMicros, row.Subject, row.Roles, row.HomeForces, row.Method, row.Force, row.Records, row.Number);
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask AddDigestAsync(long entryIndex, long firstRow, long rows, CancellationToken cancel)
    {
        writer.Statement("add-access-digest", "entry_index", "first_row", "row_count").Run(entryIndex, firstRow, rows);
        return ValueTask.CompletedTask;
    }

    public ValueTask<long> ReadDigestedEndAsync(CancellationToken cancel) =>
        ValueTask.FromResult(writer.Statement("read-digested-end").RunForNumber()!.Value);

    private AccessRow? Find(long index)
    {
        using DbDataReader row = writer.Query("find-access", "access_index").Read(index);
        return row.Read() ? Read(row) : null;
    }

    private static AccessRow Read(DbDataReader row) => new(
        row.GetInt64(0),
        row.GetInt64(1),
        row.GetString(2),
        row.GetString(3),
        row.GetString(4),
        row.GetString(5),
        row.GetString(6),
        row.GetString(7),
        row.GetInt64(8));
}
