using AuditServer.Rates;

namespace AuditServer.Storage.SqlServer;

/// <summary>Volumes inside a turn.</summary>
internal sealed class SqlServerVolumeWrites(SqlServerSession session) : IVolumeWrites
{
    public async ValueTask AddAsync(string version, long entryIndex, CancellationToken cancel) =>
        await session.RunAsync(Statements.AddVolumeVersion.With(version, entryIndex), cancel);

    public async ValueTask<long?> FindAsync(string version, CancellationToken cancel) =>
        await session.FindAsync<long?>(Statements.FindVolumeVersion.With(version), cancel);
}
