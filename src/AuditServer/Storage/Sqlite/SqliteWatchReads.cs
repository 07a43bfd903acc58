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
        using SqliteReader reader = await database.ReaderAsync(cancel);
        return Read(reader, range);
    }

    public async ValueTask<IReadOnlyDictionary<IncidentName, KnownIncident>> ReadIncidentsAsync(
        IReadOnlyCollection<IncidentName> names, long before, CancellationToken cancel)
    {
        using SqliteReader reader = await database.ReaderAsync(cancel);
        return SqliteKnownIncidents.Read(reader, names, before);
    }

    public async ValueTask<bool> ErasedAnyAsync(long from, long to, CancellationToken cancel)
    {
        await using DbConnection connection = await database.OpenAsync(cancel);
        EntryRow? first = await connection.QuerySingleOrDefaultAsync<EntryRow>(
            database.Command("read-redactions", new { from_index = from, at_most = 1 }, cancel));
        return first?.EntryIndex < to;
    }

    private static List<StoredUpdate> Read(SqliteReader reader, WatchRange range)
    {
        using DbDataReader row = range.Force is null
            ? reader.Query("read-updates", "from_index", "to_index", "at_most").Read(range.From, range.To, range.AtMost)
            : reader.Query("read-updates-of-force", "force", "from_index", "to_index", "at_most")
                .Read(range.Force, range.From, range.To, range.AtMost);
        var updates = new List<StoredUpdate>(range.AtMost);
        while (row.Read())
        {
            updates.Add(SqliteUpdates.Read(row, first: 0));
        }

        return updates;
    }
}
