using AuditServer.Ledger;
using AuditServer.Sequencing;

namespace AuditServer.Storage.Sqlite;

/// <summary>The log with its proofs as readers see it. WAL keeps a snapshot readable while turns go on.</summary>
internal sealed class SqliteLedgerReads(SqliteDatabase database) : ILedgerReads
{
    public async ValueTask<ILedgerSnapshot> SnapshotAsync(CancellationToken cancel)
    {
        (SqliteReader reader, LogHead head) = await database.ReaderAtHeadAsync(cancel);
        return new SqliteLedgerSnapshot(database, reader, head);
    }
}
