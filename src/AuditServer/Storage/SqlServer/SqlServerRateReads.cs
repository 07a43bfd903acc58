using AuditServer.Incidents;
using AuditServer.Rates;
using AuditServer.Sequencing;

namespace AuditServer.Storage.SqlServer;

/// <summary>Live counts as readers see them.</summary>
internal sealed class SqlServerRateReads(SqlServerDatabase database) : IRateReads
{
    public async ValueTask<IRateSnapshot> SnapshotAsync(CancellationToken cancel)
    {
        SqlServerSession snapshot = await database.SnapshotAsync(cancel);
        try
        {
            // The first read fixes the moment.
            LogHead head = (await snapshot.ReadOneAsync<HeadRow>(Statements.ReadHead.With(), cancel)).ToHead();
            return new SqlServerRateSnapshot(snapshot, head);
        }
        catch
        {
            await snapshot.DisposeAsync();
            throw;
        }
    }

    public async ValueTask<bool> HasNotCountedAsync(CancellationToken cancel)
    {
        await using SqlServerSession snapshot = await database.SnapshotAsync(cancel);
        return (await snapshot.ReadAsync<IncidentName>(Statements.FindNotCounted.With(1), cancel)).Any();
    }
}
