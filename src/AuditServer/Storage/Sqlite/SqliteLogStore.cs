using AuditServer.Sequencing;
using AuditServer.Storage.Migrations;

namespace AuditServer.Storage.Sqlite;

/// <summary>The write path on the embedded engine. BEGIN IMMEDIATE takes the file's only write lock, across processes.</summary>
internal sealed partial class SqliteLogStore(
    SqliteDatabase database,
    SqliteTurnstile turnstile,
    ISqliteStatements statements,
    MigrationScripts scripts,
    ILogger<SqliteLogStore> logger) : ILogStore, IDisposable
{
    private SqliteWriter? writer;

    public async ValueTask<ILogTurn> TakeTurnAsync(CancellationToken cancel)
    {
        try
        {
            using IDisposable place = await turnstile.EnterAsync(cancel);
            if (writer is null)
            {
                writer = new SqliteWriter(await database.OpenWriterAsync(cancel), database.Sql, statements);
                writer.SetUp(database.Timeout);
            }

            return SqliteLogTurn.Begin(writer, database, scripts.Latest, Discard);
        }
        catch
        {
            Discard();
            throw;
        }
    }

    public void Dispose() => Discard();

    /// <summary>
    /// After a failure the next turn starts on a new connection: closing the old one undoes whatever it had begun, and
    /// nobody has to know in which state it was.
    /// </summary>
    private void Discard()
    {
        SqliteWriter? discarded = writer;
        writer = null;
        try
        {
            discarded?.Dispose();
        }
#pragma warning disable CA1031 // It is logged; what made the turn fail is what the callers must hear of.
        catch (Exception failure)
        {
            LogNotClosed(logger, failure);
        }
#pragma warning restore CA1031
    }

    [LoggerMessage(LogLevel.Warning, "The writing connection was given up and did not close properly")]
    private static partial void LogNotClosed(ILogger logger, Exception failure);
}
