namespace AuditServer.Storage.SqlServer;

/// <summary>Which version of the schema the database has.</summary>
internal sealed class SqlServerSchemaProbe(SqlServerDatabase database) : ISchemaProbe
{
    public async ValueTask<int> ReadVersionAsync(CancellationToken cancel)
    {
        await using SqlServerSession snapshot = await database.SnapshotAsync(cancel);
        return await snapshot.ReadOneAsync<int>(Statements.ReadSchemaVersion.With(), cancel);
    }
}
