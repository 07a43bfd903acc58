using System.Data.Common;
using Dapper;

namespace AuditServer.Storage.Sqlite;

/// <summary>Which version of the schema the file has.</summary>
internal sealed class SqliteSchemaProbe(SqliteDatabase database) : ISchemaProbe
{
    public async ValueTask<int> ReadVersionAsync(CancellationToken cancel)
    {
        await using DbConnection connection = await database.OpenAsync(cancel);
        return await connection.QuerySingleAsync<int>(database.Command("read-schema-version", null, cancel));
    }
}
