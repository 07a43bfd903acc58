using AuditServer.Security.Accesses;

namespace AuditServer.Storage.SqlServer;

/// <summary>The access log as readers see it.</summary>
internal sealed class SqlServerAccessReads(SqlServerDatabase database) : IAccessReads
{
    public async ValueTask<IReadOnlyList<AccessRow>> ReadAsync(long fromIndex, int atMost, CancellationToken cancel)
    {
        await using SqlServerSession snapshot = await database.SnapshotAsync(cancel);
        IEnumerable<StoredAccess> rows = await snapshot.ReadAsync<StoredAccess>(Statements.ReadAccesses.With(fromIndex, atMost), cancel);
        return [.. rows.Select(r => r.ToRow(SqlTime.ToMicros(r.At)))];
    }

    public async ValueTask<long> ReadDigestedEndAsync(CancellationToken cancel)
    {
        await using SqlServerSession snapshot = await database.SnapshotAsync(cancel);
        return await snapshot.ReadOneAsync<long>(Statements.ReadDigestedEnd.With(), cancel);
    }
}
