using AuditServer.Rates;

namespace AuditServer.Storage.SqlServer;

/// <summary>Public tables as readers see them.</summary>
internal sealed class SqlServerPublicTableReads(SqlServerDatabase database) : IPublicTableReads
{
    public async ValueTask<StoredPublicTable?> FindAsync(string force, CancellationToken cancel)
    {
        await using SqlServerSession snapshot = await database.SnapshotAsync(cancel);
        return await snapshot.FindAsync<StoredPublicTable>(Statements.FindPublicTable.With(force), cancel);
    }
}
