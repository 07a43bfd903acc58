using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace AuditServer.Storage.Sqlite;

/// <summary>Statements of the engine itself.</summary>
internal sealed class SqliteStatements : ISqliteStatements
{
    public ISqliteStatement Prepare(DbConnection connection, string sql, Action onFailure, params ReadOnlySpan<string> names) =>
        new SqliteStatement((SqliteConnection)connection, sql, onFailure, names);
}
