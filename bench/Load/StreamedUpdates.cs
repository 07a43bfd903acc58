using System.Diagnostics;
using Bench.Serving;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Bench.Load;

/// <summary>One writer that streams updates into a server and waits for the last acknowledgement.</summary>
internal static class StreamedUpdates
{
    /// <summary>Updates acknowledged in a second by a server that has just started, and by the same once it is warm.</summary>
    /// <param name="server">Where to.</param>
    /// <param name="updates">What.</param>
    /// <param name="warm">How many of them warm it up.</param>
    /// <param name="verify">Share of the receipts that the client verifies.</param>
    /// <param name="cancel">Ends the run.</param>
    public static async Task<StartedRates> FromStartAsync(
        ServerProcess server, IReadOnlyCollection<IncidentUpdate> updates, int warm, double verify, CancellationToken cancel)
    {
        await using CrimeAuditClient client = server.Client(verify);
        using IEnumerator<IncidentUpdate> next = updates.GetEnumerator();
        double cold = await PerSecondAsync(client, next.Next(warm), warm, cancel);
        return new StartedRates(cold, await PerSecondAsync(client, next.Next(updates.Count - warm), updates.Count - warm, cancel));
    }

    /// <summary>Updates acknowledged in a second, from the first write on: what the client makes of them counts too.</summary>
    /// <param name="client">Where to.</param>
    /// <param name="updates">What; they can be made while they are sent.</param>
    /// <param name="count">How many.</param>
    /// <param name="cancel">Ends the run.</param>
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
