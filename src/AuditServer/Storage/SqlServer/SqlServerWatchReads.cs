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
        IReadOnlyCollection<IncidentName> names, long before, CancellationToken cancel)
    {
        await using SqlServerSession snapshot = await database.SnapshotAsync(cancel);
        IReadOnlyDictionary<IncidentName, KnownIncident> known =
            await new SqlServerIncidentWrites(snapshot, new SqlServerSources()).ReadAsync(names, cancel);
        return known.ToDictionary(i => i.Key, i => i.Value with { Updates = [.. i.Value.Updates.Where(u => u.Index < before)] });
    }

    public async ValueTask<bool> ErasedAnyAsync(long from, long to, CancellationToken cancel)
    {
        await using SqlServerSession snapshot = await database.SnapshotAsync(cancel);
        return (await snapshot.FindAsync<EntryRow>(Statements.ReadRedactions.With(from, 1), cancel))?.EntryIndex < to;
    }
}
