using AuditServer.Rates;

namespace AuditServer.Storage.Sqlite;

/// <summary>Volumes inside a turn.</summary>
internal sealed class SqliteVolumeWrites(SqliteWriter writer) : IVolumeWrites
{
    public ValueTask AddAsync(string version, long entryIndex, CancellationToken cancel)
    {
        writer.Statement("add-volume-version", "version", "entry_index").Run(version, entryIndex);
        return ValueTask.CompletedTask;
    }

    public ValueTask<long?> FindAsync(string version, CancellationToken cancel) =>
        ValueTask.FromResult(writer.Statement("find-volume-version", "version").RunForNumber(version));
}
