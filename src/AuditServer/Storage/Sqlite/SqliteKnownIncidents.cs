using System.Data.Common;
using AuditServer.Incidents;

namespace AuditServer.Storage.Sqlite;

/// <summary>Incidents with their histories, looked up as one set.</summary>
internal static class SqliteKnownIncidents
{
    /// <summary>Reads those of the incidents that the log knows.</summary>
    /// <param name="query">The prepared query <c>find-incidents</c>.</param>
    /// <param name="names">Which.</param>
    /// <param name="before">Each with its updates before this index.</param>
    /// <param name="findSource">The id of a sending system of a force; null when the log never heard of it.</param>
    public static IReadOnlyDictionary<IncidentName, KnownIncident> Read(
        SqliteQuery query, IReadOnlyCollection<IncidentName> names, long before, Func<string, string, long?> findSource)
    {
        var asked = new List<(IncidentName Name, long Source)>(names.Count);
        foreach (IncidentName name in names)
        {
            if (findSource(name.Force, name.SourceSystem) is { } source)
            {
                asked.Add((name, source));
            }
        }

        using DbDataReader rows = query.Read(SqliteNames.Json([.. asked.Select(a => (a.Source, a.Name.Ref))]), before);
        return Read(rows).ToDictionary(
            f => asked[f.Key].Name, f => new KnownIncident(f.Value.IncidentId, [.. f.Value.Updates.OrderBy(u => u.Index)]));
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
