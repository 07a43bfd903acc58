using AuditServer.Audits;
using AuditServer.Sequencing;
using Dapper;
using Microsoft.Data.Sqlite;

namespace AuditServer.Storage.Sqlite;

/// <summary>Audits as readers see them. WAL keeps a snapshot readable while turns go on.</summary>
internal sealed class SqliteAuditReads(SqliteDatabase database) : IAuditReads
{
    public async ValueTask<IAuditSnapshot> SnapshotAsync(CancellationToken cancel)
    {
        SqliteConnection connection = await database.OpenAsync(cancel);
        try
        {
            SqliteTransaction transaction = SqliteDatabase.Snapshot(connection);
            // The first read fixes the moment.
            LogHead head = await connection.QuerySingleAsync<LogHead>(database.Command("read-head", null, cancel, transaction));
            return new SqliteAuditSnapshot(database, connection, transaction, head);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
