namespace AuditServer.Storage.Sqlite;

/// <summary>
/// Readers that wait for the next reading. They are bounded by those that were used at once and by <see cref="MostIdle"/>; each holds
/// a page cache of SQLite's (2 MB) and no lock on the file.
/// </summary>
internal sealed class SqliteReaders
{
    /// <summary>Readers that are kept at most; a further one is closed when it is given back.</summary>
    public const int MostIdle = 16;

    private readonly Lock gate = new();
    private readonly Stack<SqliteReader> idle = [];
    private int generation;

    /// <summary>A number that differs before and after <see cref="Clear"/>.</summary>
    public int Generation
    {
        get
        {
            lock (gate)
            {
                return generation;
            }
        }
    }

    /// <summary>How many wait.</summary>
    public int Idle
    {
        get
        {
            lock (gate)
            {
                return idle.Count;
            }
        }
    }

    /// <summary>One that waits; null when none does.</summary>
    public SqliteReader? Take()
    {
        lock (gate)
        {
            if (idle.TryPop(out SqliteReader? reader))
            {
                reader.Take();
            }

            return reader;
        }
    }

    /// <summary>Keeps a reader for the next, or closes it: one that failed, that reads a file which is gone, or one too many.</summary>
    public void GiveBack(SqliteReader reader)
    {
        lock (gate)
        {
            if (reader.IsSound && reader.Generation == generation && idle.Count < MostIdle)
            {
                idle.Push(reader);
                return;
            }
        }

        reader.Close();
    }

    /// <summary>Closes those that wait, and the others when they are given back.</summary>
    public void Clear()
    {
        SqliteReader[] closed;
        lock (gate)
        {
            generation++;
            closed = [.. idle];
            idle.Clear();
        }

        foreach (SqliteReader reader in closed)
        {
            reader.Close();
        }
    }
}
