using AuditServer.Ledger;
using AuditServer.Sequencing;

namespace AuditServer.Storage.SqlServer;

/// <summary>The log with its proofs as readers see it.</summary>
internal sealed class SqlServerLedgerReads(SqlServerDatabase database) : ILedgerReads
{
    public async ValueTask<ILedgerSnapshot> SnapshotAsync(CancellationToken cancel)
    {
        (SqlServerSession snapshot, LogHead head) = await database.SnapshotAtHeadAsync(cancel);
        return new SqlServerLedgerSnapshot(snapshot, head);
    }
}
