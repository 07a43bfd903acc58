using System.Data.Common;
using AuditServer.Incidents;
using AuditServer.Sequencing;
using Dapper;

namespace AuditServer.Storage.Sqlite;

/// <summary>Incidents as readers see them: each answer from one snapshot.</summary>
internal sealed class SqliteIncidentReads(SqliteDatabase database) : IIncidentReads
{
    public async ValueTask<(KnownIncident? Incident, LogHead Head)> ReadAsync(IncidentName name, CancellationToken cancel)
    {
        await using DbConnection connection = await database.OpenAsync(cancel);
        await using DbTransaction snapshot = await SqliteDatabase.SnapshotAsync(connection, cancel);
        LogHead head = await connection.QuerySingleAsync<LogHead>(database.Command("read-head", null, cancel, snapshot));
        long? id = await connection.QuerySingleOrDefaultAsync<long?>(database.Command(
            "find-incident-by-name", new { force = name.Force, source_system = name.SourceSystem, @ref = name.Ref }, cancel, snapshot));
        if (id is not { } incidentId)
        {
            return (null, head);
        }

        IEnumerable<UpdateRow> updates = await connection.QueryAsync<UpdateRow>(database.Command(
            "read-incident-updates", new { incident_id = incidentId }, cancel, snapshot));
        return (new KnownIncident(incidentId, [.. updates.Select(u => u.ToUpdate())]), head);
    }

    public async ValueTask<IReadOnlyList<ListedIncident>> ListAsync(IncidentQuery query, CancellationToken cancel)
    {
        await using DbConnection connection = await database.OpenAsync(cancel);
        IEnumerable<ListedIncident> page = await connection.QueryAsync<ListedIncident>(database.Command(
            "list-incidents",
            new
            {
                force = query.Force,
                after = query.After,
                status = query.Status,
                from_micros = query.FromMicros,
                to_micros = query.ToMicros,
                page_size = query.PageSize,
            },
            cancel));
        return [.. page];
    }

    public async ValueTask<IReadOnlyList<IncidentName>> FindUnderivedAsync(int atMost, CancellationToken cancel)
    {
        await using DbConnection connection = await database.OpenAsync(cancel);
        return [.. await connection.QueryAsync<IncidentName>(database.Command("find-underived", new { at_most = atMost }, cancel))];
    }
}
