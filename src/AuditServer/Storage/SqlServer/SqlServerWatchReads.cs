using AuditServer.Incidents;
using AuditServer.Incidents.Watching;

namespace AuditServer.Storage.SqlServer;

/// <summary>The log as watches see it: each page from one snapshot.</summary>
internal sealed class SqlServerWatchReads(SqlServerDatabase database) : IWatchReads
{
    public async ValueTask<IReadOnlyList<StoredUpdate>> ReadUpdatesAsync(WatchRange range, CancellationToken cancel)
    {
        await using SqlServerSession snapshot = await database.SnapshotAsync(cancel);
        BoundStatement read = range.Force is null
            ? Statements.ReadUpdates.With(range.From, range.To, range.AtMost)
            : Statements.ReadUpdatesOfForce.With(range.Force, range.From, range.To, range.AtMost);
        return [.. (await snapshot.ReadAsync<StoredRow>(read, cancel)).Select(r => r.ToUpdate())];
    }

    public async ValueTask<IReadOnlyDictionary<IncidentName, KnownIncident>> ReadIncidentsAsync(
        IReadOnlyCollection<IncidentName> names, CancellationToken cancel)
    {
        await using SqlServerSession snapshot = await database.SnapshotAsync(cancel);
        return await new SqlServerIncidentWrites(snapshot, new SqlServerSources()).ReadAsync(names, cancel);
    }

    public async ValueTask<bool> ErasedAnyAsync(long from, long to, CancellationToken cancel)
    {
        await using SqlServerSession snapshot = await database.SnapshotAsync(cancel);
        return (await snapshot.FindAsync<EntryRow>(Statements.ReadRedactions.With(from, 1), cancel))?.EntryIndex < to;
    }
}
