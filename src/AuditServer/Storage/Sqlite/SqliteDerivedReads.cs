using System.Data.Common;
using AuditServer.Rebuild;
using AuditServer.Sequencing;
using Dapper;

namespace AuditServer.Storage.Sqlite;

/// <summary>The derived tables as of one moment of the file.</summary>
internal sealed class SqliteDerivedReads(SqliteDatabase database) : IDerivedReads
{
    public async ValueTask<IDerivedSnapshot> SnapshotAsync(CancellationToken cancel)
    {
        DbConnection connection = await database.OpenAsync(cancel);
        try
        {
            DbTransaction transaction = await SqliteDatabase.SnapshotAsync(connection, cancel);
            // The first read fixes the moment.
            LogHead head = await connection.QuerySingleAsync<LogHead>(database.Command("read-head", null, cancel, transaction));
            long entries = await connection.QuerySingleAsync<long>(database.Command("count-entries", null, cancel, transaction));
            return new SqliteDerivedSnapshot(database, connection, transaction, head, entries);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
