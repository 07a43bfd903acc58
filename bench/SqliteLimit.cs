using System.Diagnostics;
using CrimeAudit.V1;
using Google.Protobuf;
using Microsoft.Data.Sqlite;

namespace Bench;

/// <summary>
/// The physical limit: the entries' rows written straight into the same engine by a prepared-statement loop, WAL and
/// synchronous=FULL, in the server's batch size. No check, no fold, no wire.
/// </summary>
internal static class SqliteLimit
{
    public static double RowsPerSecond(string folder, int updates, int batch)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "limit.db")}");
        connection.Open();
        Run(connection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;");
        Run(connection, """
            CREATE TABLE entries (entry_index INTEGER PRIMARY KEY, source_id INTEGER NOT NULL, request_id TEXT NOT NULL, digest BLOB NOT NULL,
              UNIQUE (source_id, request_id)) STRICT;
            CREATE TABLE entry_payloads (entry_index INTEGER PRIMARY KEY, salt BLOB NOT NULL, payload BLOB NOT NULL) STRICT;
            """);
        using SqliteCommand entry = connection.CreateCommand();
        entry.CommandText = "INSERT INTO entries VALUES ($i, 1, $r, $d); INSERT INTO entry_payloads VALUES ($i, $s, $p)";
        SqliteParameter index = entry.Parameters.Add("$i", SqliteType.Integer);
        SqliteParameter request = entry.Parameters.Add("$r", SqliteType.Text);
        SqliteParameter payload = entry.Parameters.Add("$p", SqliteType.Blob);
        entry.Parameters.AddWithValue("$d", new byte[32]);
        entry.Parameters.AddWithValue("$s", new byte[16]);

        long started = Stopwatch.GetTimestamp();
        long written = 0;
        foreach (IncidentUpdate[] chunk in SampleUpdates.Take(updates).Chunk(batch))
        {
            Run(connection, "BEGIN IMMEDIATE");
            foreach (IncidentUpdate update in chunk)
            {
                index.Value = written++;
                request.Value = update.Sender.RequestId;
                payload.Value = update.ToByteArray();
                entry.ExecuteNonQuery();
            }

            Run(connection, "COMMIT");
        }

        return updates / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Literals of this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
