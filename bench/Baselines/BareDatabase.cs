using AuditServer.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace Bench.Baselines;

/// <summary>
/// A database file of the same engine, as durable as the server's (WAL, synchronous=FULL), with the same cache and the same erasing of
/// freed pages, and nothing around it.
/// </summary>
internal sealed class BareDatabase : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly Dictionary<string, SqliteStatement> statements = new(StringComparer.Ordinal);

    /// <param name="file">The file; made when it is not there.</param>
    public BareDatabase(string file)
    {
        connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        Run("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA cache_size=-49152; PRAGMA wal_autocheckpoint=4000;");
    }

    /// <summary>A statement, prepared once.</summary>
    /// <param name="sql">Its text.</param>
    /// <param name="names">Its parameters, in the order in which values are given.</param>
    public SqliteStatement Statement(string sql, params ReadOnlySpan<string> names)
    {
        if (!statements.TryGetValue(sql, out SqliteStatement? statement))
        {
            statements.Add(sql, statement = new SqliteStatement(connection, sql, static () => { }, names));
        }

        return statement;
    }

    /// <summary>Runs texts.</summary>
    public void Run(string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Texts of this program and of a database that it made.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    /// <summary>One transaction, durable when it returns.</summary>
    public void Commit(Action write)
    {
        Run("BEGIN IMMEDIATE");
        write();
        Run("COMMIT");
    }

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        foreach (SqliteStatement statement in statements.Values)
        {
            statement.Dispose();
        }

        connection.Dispose();
    }
}
