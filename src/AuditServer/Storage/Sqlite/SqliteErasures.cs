using System.Data.Common;
using AuditServer.Redactions;

namespace AuditServer.Storage.Sqlite;

/// <summary>
/// Empties the write-ahead log after an erasure. The erased bytes are overwritten on the pages of the database (secure_delete), but older
/// copies of these pages stand in the log until all of it has been moved into the database and the file is cut to nothing.
/// </summary>
internal sealed class SqliteErasures(SqliteDatabase database, SqliteTurnstile turnstile) : IErasures
{
    /// <summary>
    /// Waits a moment for readers to finish, and no longer: nobody writes meanwhile. Behind the turnstile, so that a server under load
    /// lets it have the write lock at all.
    /// </summary>
    public async ValueTask<bool> FinishAsync(CancellationToken cancel)
    {
        using IDisposable place = await turnstile.EnterAsync(cancel);
        await using DbConnection connection = await database.OpenWriterAsync(cancel);
        await using DbCommand patience = connection.CreateCommand();
        patience.CommandText = "PRAGMA busy_timeout=250;";
        await patience.ExecuteNonQueryAsync(cancel);
        await using DbCommand empty = connection.CreateCommand();
#pragma warning disable CA2100 // The text is one of the embedded SQL files.
        empty.CommandText = database.Sql["empty-write-ahead-log"];
#pragma warning restore CA2100
        await using DbDataReader row = await empty.ExecuteReaderAsync(cancel);
        return await row.ReadAsync(cancel) && row.GetInt32(0) == 0;
    }
}
