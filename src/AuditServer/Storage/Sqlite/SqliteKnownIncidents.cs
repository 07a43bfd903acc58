using System.Data.Common;
using AuditServer.Incidents;

namespace AuditServer.Storage.Sqlite;

/// <summary>Incidents with their histories, looked up as one set.</summary>
internal static class SqliteKnownIncidents
{
    private const string Statement = "find-incidents";

    private static readonly string[] Parameters = ["source_id", "refs", "before"];

    /// <summary>Reads those of the incidents that the log knows, by a reader.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="names">Which.</param>
    /// <param name="before">Each with its updates before this index.</param>
    public static IReadOnlyDictionary<IncidentName, KnownIncident> Read(
        SqliteReader reader, IReadOnlyCollection<IncidentName> names, long before) =>
        Read(reader.Query(Statement, Parameters), names, before, reader.FindSource);

    /// <summary>Reads those of the incidents that the log knows, with what the turn at hand wrote.</summary>
    /// <param name="writer">The writing connection.</param>
    /// <param name="names">Which.</param>
    public static IReadOnlyDictionary<IncidentName, KnownIncident> Read(SqliteWriter writer, IReadOnlyCollection<IncidentName> names) =>
        Read(writer.Query(Statement, Parameters), names, long.MaxValue, writer.FindSource);

    private static Dictionary<IncidentName, KnownIncident> Read(
        SqliteQuery query, IReadOnlyCollection<IncidentName> names, long before, Func<string, string, long?> findSource)
    {
        var known = new Dictionary<IncidentName, KnownIncident>(names.Count);
        foreach (IGrouping<(string Force, string System), IncidentName> system in names.GroupBy(n => (n.Force, n.SourceSystem)))
        {
            if (findSource(system.Key.Force, system.Key.System) is { } source)
            {
                IncidentName[] asked = [.. system];
                using DbDataReader rows = query.Read(source, SqliteNames.Json(asked.Select(n => n.Ref)), before);
                foreach ((int place, (long incident, List<StoredUpdate> updates)) in Read(rows))
                {
                    known.Add(asked[place], new KnownIncident(incident, [.. updates.OrderBy(u => u.Index)]));
                }
            }
        }

        return known;
    }

    private static Dictionary<int, (long IncidentId, List<StoredUpdate> Updates)> Read(DbDataReader row)
    {
        var found = new Dictionary<int, (long IncidentId, List<StoredUpdate> Updates)>();
        while (row.Read())
        {
            int place = row.GetInt32(0);
            if (!found.TryGetValue(place, out (long IncidentId, List<StoredUpdate> Updates) incident))
            {
                found.Add(place, incident = (row.GetInt64(1), []));
            }

            if (!row.IsDBNull(4))
            {
                incident.Updates.Add(SqliteUpdates.Read(row, first: 2));
            }
        }

        return found;
    }
}
