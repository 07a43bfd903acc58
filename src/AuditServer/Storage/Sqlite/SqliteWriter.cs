using System.Data.Common;
using System.Globalization;

namespace AuditServer.Storage.Sqlite;

/// <summary>The writing connection with its prepared statements. One turn uses it at a time.</summary>
internal sealed class SqliteWriter : IDisposable
{
    private readonly DbConnection connection;
    private readonly SqlText sql;
    private readonly ISqliteStatements preparation;
    private readonly Dictionary<string, ISqliteStatement> statements = new(StringComparer.Ordinal);
    private readonly SqliteQueries queries;

    // Another instance may add a system meanwhile, which is then looked up, but none ever changes or goes.
    private readonly Dictionary<(string Force, string SourceSystem), long> sources = [];

    // A turn asks for the same system three times an update, and mostly knows but one.
    private (string Force, string SourceSystem, long Id)? last;

    /// <param name="connection">The writing connection, open.</param>
    /// <param name="sql">The texts.</param>
    /// <param name="preparation">Prepares statements.</param>
    public SqliteWriter(DbConnection connection, SqlText sql, ISqliteStatements preparation)
    {
        (this.connection, this.sql, this.preparation) = (connection, sql, preparation);
        queries = new SqliteQueries(connection, sql, () => IsSound = false);
    }

    /// <summary>No statement has failed. After a failure the connection is given up.</summary>
    public bool IsSound { get; private set; } = true;

    /// <summary>
    /// Sets the connection up. synchronous=FULL, so that what is acknowledged survives a power cut; secure_delete, so that
    /// what is erased is gone from the pages; a cache that holds the upper levels of a large log's indexes (48 MiB); a write-ahead log
    /// of some turns (16 MiB) before its pages are copied into the file, since most of them are written again in the next.
    /// </summary>
    /// <param name="timeout">How long to wait for the file's write lock.</param>
    public void SetUp(TimeSpan timeout)
    {
        using DbCommand pragmas = connection.CreateCommand();
#pragma warning disable CA2100 // A number is all that is put into it.
        pragmas.CommandText = string.Create(
            CultureInfo.InvariantCulture,
            $"PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA busy_timeout={timeout.TotalMilliseconds:0}; PRAGMA cache_size=-49152; PRAGMA wal_autocheckpoint=4000;");
#pragma warning restore CA2100
        pragmas.ExecuteNonQuery();
    }

    /// <summary>The prepared statement of an SQL file. The names are those of its parameters, always given alike.</summary>
    public ISqliteStatement Statement(string file, params ReadOnlySpan<string> names)
    {
        if (!statements.TryGetValue(file, out ISqliteStatement? statement))
        {
            statements.Add(file, statement = preparation.Prepare(connection, sql[file], () => IsSound = false, names));
        }

        return statement;
    }

    /// <summary>The prepared query of an SQL file. The names are those of its parameters, always given alike.</summary>
    public SqliteQuery Query(string file, params ReadOnlySpan<string> names) => queries.Of(file, names);

    /// <summary>The id of a sending system; null when the log never heard of it.</summary>
    public long? FindSource(string force, string sourceSystem)
    {
        if (last is { } known && known.SourceSystem == sourceSystem && known.Force == force)
        {
            return known.Id;
        }

        if (!sources.TryGetValue((force, sourceSystem), out long id))
        {
            if (Statement("find-source", "force", "source_system").RunForNumber(force, sourceSystem) is not { } found)
            {
                return null;
            }

            sources.Add((force, sourceSystem), id = found);
        }

        last = (force, sourceSystem, id);
        return id;
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

    /// <summary>Writes what is left of an entry.</summary>
    public void AppendResidue(long entryIndex, long redactedBy, byte[] residue) =>
        Statement("append-residue", "entry_index", "redaction_entry", "residue").Run(entryIndex, redactedBy, residue);

    /// <summary>Forgets ids that a turn gave and then undid.</summary>
    public void ForgetSources()
    {
        sources.Clear();
        last = null;
    }

    public void Dispose()
    {
        try
        {
            foreach (ISqliteStatement prepared in statements.Values)
            {
                prepared.Dispose();
            }

            queries.Dispose();
        }
        finally
        {
            connection.Dispose();
        }
    }
}
