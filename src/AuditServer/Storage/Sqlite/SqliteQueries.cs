using System.Data.Common;

namespace AuditServer.Storage.Sqlite;

/// <summary>The prepared queries of one connection, each prepared when it is first asked.</summary>
/// <param name="connection">The connection.</param>
/// <param name="sql">The texts.</param>
/// <param name="onFailure">Told when a run fails.</param>
internal sealed class SqliteQueries(DbConnection connection, SqlText sql, Action onFailure) : IDisposable
{
    private readonly Dictionary<string, SqliteQuery> prepared = new(StringComparer.Ordinal);

    /// <summary>The prepared query of an SQL file. The names are those of its parameters, always given alike.</summary>
    public SqliteQuery Of(string file, params ReadOnlySpan<string> names)
    {
        if (!prepared.TryGetValue(file, out SqliteQuery? query))
        {
            prepared.Add(file, query = new SqliteQuery(connection, sql[file], onFailure, names));
        }

        return query;
    }

    public void Dispose()
    {
        foreach (SqliteQuery query in prepared.Values)
        {
            query.Dispose();
        }
    }
}
