using AuditServer.Ledger;
using AuditServer.Sequencing;

namespace AuditServer.Storage.SqlServer;

/// <summary>The log with its proofs as readers see it.</summary>
internal sealed class SqlServerLedgerReads(SqlServerDatabase database) : ILedgerReads
{
    public async ValueTask<ILedgerSnapshot> SnapshotAsync(CancellationToken cancel)
    {
        SqlServerSession snapshot = await database.SnapshotAsync(cancel);
        try
        {
            // The first read fixes the moment.
            LogHead head = (await snapshot.ReadOneAsync<HeadRow>(Statements.ReadHead.With(), cancel)).ToHead();
            return new SqlServerLedgerSnapshot(snapshot, head);
        }
        catch
        {
            await snapshot.DisposeAsync();
            throw;
        }
    }
}
