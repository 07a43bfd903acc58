using AuditServer.Ledger;

namespace AuditServer.Storage.Sqlite;

/// <summary>The log with its proofs as readers see it. WAL keeps a snapshot readable while turns go on.</summary>
internal sealed class SqliteLedgerReads(SqliteDatabase database) : ILedgerReads
{
    public async ValueTask<ILedgerSnapshot> SnapshotAsync(CancellationToken cancel)
    {
        SqliteReader reader = await database.ReaderAsync(cancel);
        try
        {
            reader.BeginSnapshot();
            // The first read fixes the moment.
            return new SqliteLedgerSnapshot(database, reader, reader.ReadHead());
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }
}
