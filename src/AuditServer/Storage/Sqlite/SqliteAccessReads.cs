using System.Data.Common;
using AuditServer.Security.Accesses;
using Dapper;

namespace AuditServer.Storage.Sqlite;

/// <summary>The access log as readers see it.</summary>
internal sealed class SqliteAccessReads(SqliteDatabase database) : IAccessReads
{
    public async ValueTask<IReadOnlyList<AccessRow>> ReadAsync(long fromIndex, int atMost, CancellationToken cancel)
    {
        await using DbConnection connection = await database.OpenAsync(cancel);
        IEnumerable<StoredAccess> rows = await connection.QueryAsync<StoredAccess>(
            database.Command("read-accesses", new { from_index = fromIndex, at_most = atMost }, cancel));
        return [.. rows.Select(r => r.ToRow(r.AtMicros))];
    }

    public async ValueTask<long> ReadDigestedEndAsync(CancellationToken cancel)
    {
        await using DbConnection connection = await database.OpenAsync(cancel);
        return await connection.QuerySingleAsync<long>(database.Command("read-digested-end", null, cancel));
    }
}
