using System.Data.Common;
using AuditServer.Sequencing;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace AuditServer.Storage.Sqlite;

/// <summary>
/// A reading connection with its prepared queries. To prepare a query costs more than to find a row by it, so a connection that is used
/// again keeps them. One reading uses it at a time; disposing of it gives it back.
/// </summary>
internal sealed class SqliteReader : IDisposable
{
    private readonly SqliteQueries queries;
    private readonly Action<SqliteReader> giveBack;

    // Further systems come, but none that is in the log ever changes or goes.
    private readonly Dictionary<(string Force, string SourceSystem), long> sources = [];
    private bool isInSnapshot;
    private bool isTaken = true;

    /// <param name="connection">The connection, open and of this reader alone.</param>
    /// <param name="sql">The texts.</param>
    /// <param name="generation">Which of the files that stood in the place of the database it reads.</param>
    /// <param name="giveBack">Takes it when it is disposed of.</param>
    public SqliteReader(DbConnection connection, SqlText sql, int generation, Action<SqliteReader> giveBack)
    {
        Connection = connection;
        Generation = generation;
        queries = new SqliteQueries(connection, sql, () => IsSound = false);
        this.giveBack = giveBack;
        if (connection is SqliteConnection sqlite)
        {
            // Otherwise a plan depends on the values that are bound, and a query with a limit of its own is prepared anew in every run.
            _ = raw.sqlite3_db_config(sqlite.Handle, raw.SQLITE_DBCONFIG_ENABLE_QPSG, 1, out _);
        }
    }

    /// <summary>The connection, for what is asked too seldom to be prepared.</summary>
    public DbConnection Connection { get; }

    /// <summary>Which of the files that stood in the place of the database it reads.</summary>
    public int Generation { get; }

    /// <summary>No query has failed as it was prepared or asked. After that the connection is given up.</summary>
    public bool IsSound { get; private set; } = true;

    /// <summary>Takes it for the next reading.</summary>
    public void Take() => isTaken = true;

    /// <summary>Begins a snapshot: all that is read until the reader is given back is of the moment of the first read.</summary>
    public void BeginSnapshot()
    {
        Run("begin-snapshot");
        isInSnapshot = true;
    }

    /// <summary>The prepared query of an SQL file. The names are those of its parameters, always given alike.</summary>
    public SqliteQuery Query(string file, params ReadOnlySpan<string> names) => queries.Of(file, names);

    /// <summary>Where the log ends.</summary>
    public LogHead ReadHead()
    {
        using DbDataReader head = Query("read-head").Read();
        head.Read();
        return new LogHead(head.GetInt64(0), head.GetInt64(1), head.IsDBNull(2) ? null : head.GetFieldValue<byte[]>(2));
    }

    /// <summary>The id of a sending system; null when the log never heard of it.</summary>
    public long? FindSource(string force, string sourceSystem)
    {
        if (sources.TryGetValue((force, sourceSystem), out long known))
        {
            return known;
        }

        using DbDataReader row = Query("find-source", "force", "source_system").Read(force, sourceSystem);
        if (!row.Read())
        {
            return null;
        }

        long found = row.GetInt64(0);
        sources.Add((force, sourceSystem), found);
        return found;
    }

    /// <summary>Ends what was begun, and gives the reader back; once, however often it is called.</summary>
    public void Dispose()
    {
        if (!isTaken)
        {
            return;
        }

        isTaken = false;
        try
        {
            EndSnapshot();
        }
        finally
        {
            giveBack(this);
        }
    }

    /// <summary>Closes the connection.</summary>
    public void Close()
    {
        queries.Dispose();
        Connection.Dispose();
    }

    private void EndSnapshot()
    {
        if (!isInSnapshot)
        {
            return;
        }

        // Unless it ends, closing the connection ends it: what was read is whole.
        bool sound = IsSound;
        (isInSnapshot, IsSound) = (false, false);
        try
        {
            Run("end-snapshot");
            IsSound = sound;
        }
        catch (DbException)
        {
            // It is given up, as whoever takes it back sees.
        }
    }

    private void Run(string file)
    {
        using DbDataReader nothing = Query(file).Read();
    }
}
