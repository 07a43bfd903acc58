using System.Diagnostics;
using CrimeAudit.V1;

namespace Bench.Baselines;

/// <summary>The limit of a log alone: its rows written straight into the engine in the server's batch size.</summary>
internal static class SqliteLimit
{
    /// <summary>Updates stored in a second.</summary>
    public static double UpdatesPerSecond(string folder, IReadOnlyCollection<IncidentUpdate> updates, int batch)
    {
        using var rows = new LogRows(Path.Combine(folder, "log-limit.db"));
        long started = Stopwatch.GetTimestamp();
        foreach (IncidentUpdate[] chunk in updates.Chunk(batch))
        {
            rows.Append(chunk);
        }

        return updates.Count / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
