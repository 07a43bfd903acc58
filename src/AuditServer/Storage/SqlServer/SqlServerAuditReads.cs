using AuditServer.Audits;
using AuditServer.Sequencing;

namespace AuditServer.Storage.SqlServer;

/// <summary>Audits as readers see them. The server's row versions keep a snapshot readable while turns go on.</summary>
internal sealed class SqlServerAuditReads(SqlServerDatabase database) : IAuditReads
{
    public async Task<IReadOnlyList<DueItem>> ListDueAsync(long nowMicros, int atMost, CancellationToken cancel)
    {
        await using SqlServerSession snapshot = await database.SnapshotAsync(cancel);
        return [.. await snapshot.ReadAsync<DueItem>(Statements.ListDueItems.With(SqlTime.Of(nowMicros), atMost), cancel)];
    }

    public async Task<IReadOnlyList<string>> ListRevealsDueAsync(long nowMicros, int atMost, CancellationToken cancel)
    {
        await using SqlServerSession snapshot = await database.SnapshotAsync(cancel);
        return [.. await snapshot.ReadAsync<string>(Statements.ListDueReveals.With(SqlTime.Of(nowMicros), atMost), cancel)];
    }

    public async ValueTask<IAuditSnapshot> SnapshotAsync(CancellationToken cancel)
    {
        (SqlServerSession snapshot, LogHead head) = await database.SnapshotAtHeadAsync(cancel);
        return new SqlServerAuditSnapshot(snapshot, head);
    }
}
