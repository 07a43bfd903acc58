using AuditServer.Incidents;
using AuditServer.Rates;
using AuditServer.Sequencing;

namespace AuditServer.Storage.SqlServer;

/// <summary>Live counts as readers see them.</summary>
internal sealed class SqlServerRateReads(SqlServerDatabase database) : IRateReads
{
    public async ValueTask<IRateSnapshot> SnapshotAsync(CancellationToken cancel)
    {
        (SqlServerSession snapshot, LogHead head) = await database.SnapshotAtHeadAsync(cancel);
        return new SqlServerRateSnapshot(snapshot, head);
    }

    public async ValueTask<bool> HasNotCountedAsync(CancellationToken cancel)
    {
        await using SqlServerSession snapshot = await database.SnapshotAsync(cancel);
        return (await snapshot.ReadAsync<IncidentName>(Statements.FindNotCounted.With(1), cancel)).Any();
    }
}
