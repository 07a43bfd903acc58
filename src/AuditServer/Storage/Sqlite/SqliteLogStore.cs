using AuditServer.Sequencing;
using Microsoft.Data.Sqlite;

namespace AuditServer.Storage.Sqlite;

/// <summary>The write path on the embedded engine. BEGIN IMMEDIATE takes the file's only write lock, across processes.</summary>
internal sealed class SqliteLogStore(SqliteDatabase database) : ILogStore, IDisposable
{
    // SQLite's primary result codes for "cannot be read or written now": BUSY, LOCKED, NOMEM, READONLY, IOERR, FULL, CANTOPEN.
    private static readonly int[] UnavailableCodes = [5, 6, 7, 8, 10, 13, 14];

    private SqliteWriter? writer;

    public async ValueTask<ILogTurn> TakeTurnAsync(CancellationToken cancel)
    {
        writer ??= SqliteWriter.Of(await database.OpenAsync(cancel), database.Sql);
        try
        {
            return SqliteLogTurn.Begin(writer);
        }
        catch
        {
            Discard();
            throw;
        }
    }

    public bool IsUnavailable(Exception exception) =>
        exception is SqliteException sqlite && UnavailableCodes.Contains(sqlite.SqliteErrorCode);

    public void Dispose() => Discard();

    /// <summary>After a failure the next turn starts on a new connection.</summary>
    private void Discard()
    {
        writer?.Dispose();
        writer = null;
    }
}
