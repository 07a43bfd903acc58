using AuditServer.Rebuild;
using AuditServer.Sequencing;

namespace AuditServer.Storage.SqlServer;

/// <summary>The derived tables as of one moment of the database.</summary>
internal sealed class SqlServerDerivedReads(SqlServerDatabase database) : IDerivedReads
{
    public async ValueTask<IDerivedSnapshot> SnapshotAsync(CancellationToken cancel)
    {
        (SqlServerSession snapshot, LogHead head) = await database.SnapshotAtHeadAsync(cancel);
        try
        {
            long entries = await snapshot.ReadOneAsync<long>(Statements.CountEntries.With(), cancel);
            return new SqlServerDerivedSnapshot(snapshot, head, entries);
        }
        catch
        {
            await snapshot.DisposeAsync();
            throw;
        }
    }
}
