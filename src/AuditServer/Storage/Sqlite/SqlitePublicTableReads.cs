using System.Data.Common;
using AuditServer.Rates;
using Dapper;

namespace AuditServer.Storage.Sqlite;

/// <summary>Public tables as readers see them.</summary>
internal sealed class SqlitePublicTableReads(SqliteDatabase database) : IPublicTableReads
{
    public async ValueTask<StoredPublicTable?> FindAsync(string force, CancellationToken cancel)
    {
        await using DbConnection connection = await database.OpenAsync(cancel);
        return await connection.QuerySingleOrDefaultAsync<StoredPublicTable>(database.Command("find-public-table", new { force }, cancel));
    }
}
