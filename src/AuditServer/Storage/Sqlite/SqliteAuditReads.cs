using System.Data.Common;
using AuditServer.Audits;
using AuditServer.Sequencing;
using Dapper;

namespace AuditServer.Storage.Sqlite;

/// <summary>Audits as readers see them. WAL keeps a snapshot readable while turns go on.</summary>
internal sealed class SqliteAuditReads(SqliteDatabase database) : IAuditReads
{
    public async ValueTask<IAuditSnapshot> SnapshotAsync(CancellationToken cancel)
    {
        DbConnection connection = await database.OpenAsync(cancel);
        try
        {
            DbTransaction transaction = await SqliteDatabase.SnapshotAsync(connection, cancel);
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
