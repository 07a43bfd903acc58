using AuditServer.Storage.Sqlite;
using Bench.Growth;

namespace Bench.Baselines;

/// <summary>The rows that a server has stored, read back into memory, so that writing them again can be timed alone.</summary>
internal sealed class ServedRows
{
    private ServedRows(IReadOnlyList<string> schema, IReadOnlyList<SqliteValue[]> entries, IReadOnlyDictionary<long, SqliteValue[]> incidents)
    {
        Schema = schema;
        Entries = entries;
        Incidents = incidents;
    }

    /// <summary>Texts that make the same tables, indexes and triggers.</summary>
    public IReadOnlyList<string> Schema { get; }

    /// <summary>An entry with its payload and its incident, in the order of the log.</summary>
    public IReadOnlyList<SqliteValue[]> Entries { get; }

    /// <summary>The row of an incident, by its id.</summary>
    public IReadOnlyDictionary<long, SqliteValue[]> Incidents { get; }

    /// <summary>Reads them out of a server's file.</summary>
    public static ServedRows Of(string file)
    {
        return new ServedRows(
            [.. DatabaseFile.Ask(file, "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY rowid")
                .Select(row => (string)row[0])],
            DatabaseFile.Ask(file, """
                SELECT e.entry_index, e.kind, e.source_id, e.request_id, e.accepted_micros, e.digest, p.salt, p.payload, i.incident_id
                FROM entries e JOIN entry_payloads p ON p.entry_index = e.entry_index JOIN incident_entries i ON i.entry_index = e.entry_index
                ORDER BY e.entry_index
                """).ConvertAll(Values),
            DatabaseFile.Ask(file, """
                SELECT incident_id, force, source_id, ref, status, reported_micros, reported_precision, channel, opening_code, closing_code, area,
                  qualifiers, groups, reporter_kind, unrecorded_reasons, alleged_crimes, open_crimes, crime_records
                FROM incidents
                """).ConvertAll(Values).ToDictionary(row => row[0].Number));
    }

    private static SqliteValue[] Values(object[] row) => Array.ConvertAll(row, value => value switch
    {
        long number => number,
        string text => text,
        byte[] bytes => bytes,
        _ => default(SqliteValue),
    });
}
