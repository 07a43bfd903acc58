using System.Data.Common;
using AuditServer.Incidents;
using AuditServer.Incidents.Watching;
using Dapper;

namespace AuditServer.Storage.Sqlite;

/// <summary>The log as watches see it.</summary>
internal sealed class SqliteWatchReads(SqliteDatabase database) : IWatchReads
{
    public async ValueTask<IReadOnlyList<StoredUpdate>> ReadUpdatesAsync(WatchRange range, CancellationToken cancel)
    {
        await using DbConnection connection = await database.OpenAsync(cancel);
        CommandDefinition read = range.Force is null
            ? database.Command("read-updates", new { from_index = range.From, to_index = range.To, at_most = range.AtMost }, cancel)
            : database.Command(
                "read-updates-of-force",
                new { force = range.Force, from_index = range.From, to_index = range.To, at_most = range.AtMost },
                cancel);
        return [.. (await connection.QueryAsync<UpdateRow>(read)).Select(r => r.ToUpdate())];
    }

    public async ValueTask<IReadOnlyDictionary<IncidentName, KnownIncident>> ReadIncidentsAsync(
        IReadOnlyCollection<IncidentName> names, CancellationToken cancel)
    {
        await using DbConnection connection = await database.OpenAsync(cancel);
        var found = new Dictionary<IncidentName, KnownIncident>(names.Count);
        foreach (IncidentName name in names)
        {
            long? id = await connection.QuerySingleOrDefaultAsync<long?>(database.Command(
                "find-incident-by-name", new { force = name.Force, source_system = name.SourceSystem, @ref = name.Ref }, cancel));
            if (id is { } incidentId)
            {
                IEnumerable<UpdateRow> updates = await connection.QueryAsync<UpdateRow>(
                    database.Command("read-incident-updates", new { incident_id = incidentId }, cancel));
                found.Add(name, new KnownIncident(incidentId, [.. updates.Select(u => u.ToUpdate())]));
            }
        }

        return found;
    }

    public async ValueTask<bool> ErasedAnyAsync(long from, long to, CancellationToken cancel)
    {
        await using DbConnection connection = await database.OpenAsync(cancel);
        EntryRow? first = await connection.QuerySingleOrDefaultAsync<EntryRow>(
            database.Command("read-redactions", new { from_index = from, at_most = 1 }, cancel));
        return first?.EntryIndex < to;
    }
}
