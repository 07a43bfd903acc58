using System.Diagnostics;
using AuditServer.Storage;
using AuditServer.Storage.Sqlite;

namespace Bench.Baselines;

/// <summary>
/// The physical limit: the rows that a server stored of every update, written once more by the server's own statements into an empty
/// file of the same schema with all its indexes, in the same batch size, one durable transaction a batch. Nothing is received, checked,
/// looked up, folded, hashed or signed. Counts and tiles, some rows a batch, are left out.
/// </summary>
internal static class SameRowsLimit
{
    private static readonly string[] IncidentColumns =
    [
        "incident_id", "force", "source_id", "ref", "status", "reported_micros", "reported_precision", "channel", "opening_code",
        "closing_code", "area", "qualifiers", "groups", "reporter_kind", "unrecorded_reasons", "alleged_crimes", "open_crimes", "crime_records",
    ];

    private static readonly SqlText Sql = new("Sqlite");

    /// <summary>Updates stored in a second.</summary>
    /// <param name="server">The file of a server that is done.</param>
    /// <param name="folder">Where to write.</param>
    /// <param name="batch">Updates a transaction.</param>
    public static double UpdatesPerSecond(string server, string folder, int batch)
    {
        ServedRows rows = ServedRows.Of(server);
        using var database = new BareDatabase(Path.Combine(folder, "rows-limit.db"));
        // The rows refer to sources that are not among those copied.
        database.Run($"PRAGMA foreign_keys=OFF; {string.Join(";\n", rows.Schema)};");
        long started = Stopwatch.GetTimestamp();
        foreach (SqliteValue[][] chunk in rows.Entries.Chunk(batch))
        {
            database.Commit(() => Write(database, rows, chunk));
        }

        return rows.Entries.Count / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static void Write(BareDatabase database, ServedRows rows, SqliteValue[][] chunk)
    {
        SqliteStatement entry = database.Statement(
            Sql["append-entry"], "entry_index", "kind", "source_id", "request_id", "accepted_micros", "digest");
        SqliteStatement payload = database.Statement(Sql["append-payload"], "entry_index", "salt", "payload");
        SqliteStatement spoken = database.Statement(Sql["append-incident-entry"], "incident_id", "entry_index");
        foreach (SqliteValue[] row in chunk)
        {
            entry.Run(row.AsSpan(0, 6));
            payload.Run(row[0], row[6], row[7]);
            spoken.Run(row[8], row[0]);
        }

        SqliteStatement incident = database.Statement(Sql["save-incident"], IncidentColumns);
        foreach (long id in chunk.Select(row => row[8].Number).Distinct())
        {
            incident.Run(rows.Incidents[id]);
        }

        OpenCrimes(database, chunk);
    }

    /// <summary>An open crime comes with the first entry of an incident and goes with its next.</summary>
    private static void OpenCrimes(BareDatabase database, SqliteValue[][] chunk)
    {
        SqliteStatement drop = database.Statement(Sql["drop-open-crimes"], "incident_id");
        SqliteStatement save = database.Statement(
            Sql["save-open-crime"], "incident_id", "alleged_ref", "force", "deadline_micros", "month", "class", "presumed",
            "reported_micros", "offence_code", "offence_category", "reporter_kind", "urgency");
        foreach (SqliteValue[] row in chunk)
        {
            if (row[0].Number == row[8].Number)
            {
                save.Run(row[8], "a1", "thames-valley", row[4], 588, 1, 0, row[4], "105/01", "", 0, 10);
            }
            else
            {
                drop.Run(row[8]);
            }
        }
    }
}
