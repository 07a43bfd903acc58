using AuditServer.Sequencing;

namespace AuditServer.Storage.Sqlite;

/// <summary>The write path on the embedded engine. BEGIN IMMEDIATE takes the file's only write lock, across processes.</summary>
internal sealed class SqliteLogStore(SqliteDatabase database) : ILogStore, IDisposable
{
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

    public void Dispose() => Discard();

    /// <summary>After a failure the next turn starts on a new connection.</summary>
    private void Discard()
    {
        writer?.Dispose();
        writer = null;
    }
}
