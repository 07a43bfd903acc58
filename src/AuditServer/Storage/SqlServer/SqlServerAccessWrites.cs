using AuditServer.Security.Accesses;

namespace AuditServer.Storage.SqlServer;

/// <summary>The access log inside a turn.</summary>
internal sealed class SqlServerAccessWrites(SqlServerSession session) : IAccessWrites
{
    public async ValueTask<long> ReadEndAsync(CancellationToken cancel) =>
        await session.ReadOneAsync<long>(Statements.ReadAccessEnd.With(), cancel);

    public async ValueTask<AccessRow?> FindAsync(long index, CancellationToken cancel) =>
        await session.FindAsync<StoredAccess>(Statements.FindAccess.With(index), cancel) is { } row
            ? row.ToRow(SqlTime.ToMicros(row.At))
            : null;

    public async ValueTask AddAsync(IReadOnlyList<AccessRow> rows, CancellationToken cancel) =>
        await session.RunAsync(Statements.AddAccesses.With(TableTypes.AccessRows.Rows(rows)), cancel);

    public async ValueTask AddDigestAsync(long entryIndex, long firstRow, long rows, CancellationToken cancel) =>
        await session.RunAsync(Statements.AddAccessDigest.With(entryIndex, firstRow, rows), cancel);

    public async ValueTask<long> ReadDigestedEndAsync(CancellationToken cancel) =>
        await session.ReadOneAsync<long>(Statements.ReadDigestedEnd.With(), cancel);
}
