using System.Data.Common;
using AuditServer.Ledger;
using AuditServer.Sequencing;
using Dapper;

namespace AuditServer.Storage.Sqlite;

/// <summary>The log with its proofs as readers see it. WAL keeps a snapshot readable while turns go on.</summary>
internal sealed class SqliteLedgerReads(SqliteDatabase database) : ILedgerReads
{
    public async ValueTask<ILedgerSnapshot> SnapshotAsync(CancellationToken cancel)
    {
        DbConnection connection = await database.OpenAsync(cancel);
        try
        {
            DbTransaction transaction = await SqliteDatabase.SnapshotAsync(connection, cancel);
            // The first read fixes the moment.
            LogHead head = await connection.QuerySingleAsync<LogHead>(database.Command("read-head", null, cancel, transaction));
            return new SqliteLedgerSnapshot(database, connection, transaction, head);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
