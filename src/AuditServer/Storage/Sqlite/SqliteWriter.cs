using Microsoft.Data.Sqlite;

namespace AuditServer.Storage.Sqlite;

/// <summary>The writing connection with its prepared statements. One turn uses it at a time.</summary>
internal sealed class SqliteWriter(SqliteConnection connection, SqlText sql) : IDisposable
{
    private readonly Dictionary<string, SqliteStatement> statements = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Force, string SourceSystem), long> sources = [];

    public SqliteConnection Connection => connection;

    /// <summary>
    /// The writer of a connection. synchronous=FULL, so that what is acknowledged survives a power cut; secure_delete, so that
    /// what is erased is gone from the pages; a cache that holds the upper levels of a large log's indexes (64 MiB).
    /// </summary>
    public static SqliteWriter Of(SqliteConnection connection, SqlText sql)
    {
        using SqliteCommand pragmas = connection.CreateCommand();
        pragmas.CommandText = "PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA busy_timeout=5000; PRAGMA cache_size=-65536;";
        pragmas.ExecuteNonQuery();
        return new SqliteWriter(connection, sql);
    }

    /// <summary>The prepared statement of an SQL file. The names are those of its parameters, always given alike.</summary>
    public SqliteStatement Statement(string file, params ReadOnlySpan<string> names)
    {
        if (!statements.TryGetValue(file, out SqliteStatement? statement))
        {
            statements.Add(file, statement = new SqliteStatement(connection, sql[file], names));
        }

        return statement;
    }

    /// <summary>The id of a sending system; null when the log never heard of it.</summary>
    public long? FindSource(string force, string sourceSystem)
    {
        if (sources.TryGetValue((force, sourceSystem), out long id))
        {
            return id;
        }

        long? found = Statement("find-source", "force", "source_system").RunForNumber(force, sourceSystem);
        if (found is { } sourceId)
        {
            sources.Add((force, sourceSystem), sourceId);
        }

        return found;
    }

    /// <summary>The id of a sending system, given now if it has none.</summary>
    public long SourceId(string force, string sourceSystem)
    {
        if (FindSource(force, sourceSystem) is { } found)
        {
            return found;
        }

        long added = Statement("add-source", "force", "source_system").RunForNumber(force, sourceSystem)!.Value;
        sources.Add((force, sourceSystem), added);
        return added;
    }

    /// <summary>Undoes the open transaction, unless the engine has done so itself, as it does when the disk is full.</summary>
    public void Undo()
    {
        if (SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle) == 0)
        {
            Statement("undo-turn").Run();
        }
    }

    /// <summary>Forgets ids that a turn gave and then undid.</summary>
    public void ForgetSources() => sources.Clear();

    public void Dispose()
    {
        foreach (SqliteStatement statement in statements.Values)
        {
            statement.Dispose();
        }

        connection.Dispose();
    }
}
