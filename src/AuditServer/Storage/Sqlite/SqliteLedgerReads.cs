using System.Data.Common;
using AuditServer.Ledger;
using AuditServer.Sequencing;

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
            return new SqliteLedgerSnapshot(database, reader, ReadHead(reader));
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    private static LogHead ReadHead(SqliteReader reader)
    {
        using DbDataReader head = reader.Query("read-head").Read();
        head.Read();
        return new LogHead(head.GetInt64(0), head.GetInt64(1), head.IsDBNull(2) ? null : head.GetFieldValue<byte[]>(2));
    }
}
