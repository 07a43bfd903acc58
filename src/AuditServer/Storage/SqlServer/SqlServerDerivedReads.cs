using AuditServer.Rebuild;
using AuditServer.Sequencing;

namespace AuditServer.Storage.SqlServer;

/// <summary>The derived tables as of one moment of the database.</summary>
internal sealed class SqlServerDerivedReads(SqlServerDatabase database) : IDerivedReads
{
    public async ValueTask<IDerivedSnapshot> SnapshotAsync(CancellationToken cancel)
    {
        SqlServerSession snapshot = await database.SnapshotAsync(cancel);
        try
        {
            // The first read fixes the moment.
            LogHead head = (await snapshot.ReadOneAsync<HeadRow>(Statements.ReadHead.With(), cancel)).ToHead();
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
