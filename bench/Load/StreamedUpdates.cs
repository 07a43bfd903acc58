using System.Diagnostics;
using Bench.Serving;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Bench.Load;

/// <summary>One writer that streams updates into a server and waits for the last acknowledgement.</summary>
internal static class StreamedUpdates
{
    /// <summary>Updates acknowledged in a second, from the first write on: what the client makes of them counts too.</summary>
    /// <param name="server">Where to.</param>
    /// <param name="updates">What.</param>
    /// <param name="verify">Share of the receipts that the client verifies.</param>
    /// <param name="cancel">Ends the run.</param>
    public static async Task<double> PerSecondAsync(
        ServerProcess server, IReadOnlyCollection<IncidentUpdate> updates, double verify, CancellationToken cancel)
    {
        await using CrimeAuditClient client = server.Client(verify);
        return await PerSecondAsync(client, updates, updates.Count, cancel);
    }

    /// <summary>As the other, over a client at hand, of updates that are made while they are sent.</summary>
    public static async Task<double> PerSecondAsync(
        CrimeAuditClient client, IEnumerable<IncidentUpdate> updates, int count, CancellationToken cancel)
    {
        long started = Stopwatch.GetTimestamp();
        await using IncidentWriter writer = client.Incidents.OpenWriter();
        foreach (IncidentUpdate update in updates)
        {
            await writer.WriteAsync(update, cancel);
        }

        await writer.FlushAsync(cancel);
        return count / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
