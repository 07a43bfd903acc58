using AuditServer.Rates;

namespace AuditServer.Storage.SqlServer;

/// <summary>Recorded-crime volumes as readers see them.</summary>
internal sealed class SqlServerVolumeReads(SqlServerDatabase database) : IVolumeReads
{
    public async ValueTask<IReadOnlyList<string>> ListAsync(CancellationToken cancel)
    {
        await using SqlServerSession snapshot = await database.SnapshotAsync(cancel);
        return [.. await snapshot.ReadAsync<string>(Statements.ListVolumeVersions.With(), cancel)];
    }

    public async ValueTask<byte[]?> ReadAsync(string version, CancellationToken cancel)
    {
        await using SqlServerSession snapshot = await database.SnapshotAsync(cancel);
        return await snapshot.FindAsync<byte[]>(Statements.ReadVolumes.With(version), cancel);
    }
}
