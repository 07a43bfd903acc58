using CrimeAudit.Client;
using CrimeAudit.V1;

namespace AuditCli.Demo;

/// <summary>Streams a force's updates in.</summary>
internal static class DemoStreams
{
    /// <summary>Streams updates until every one is durable.</summary>
    /// <returns>How many were sent.</returns>
    /// <exception cref="UpdatesRejectedException">The server refused some; the simulation makes none that it should.</exception>
    public static async Task<long> SendAsync(
        IIncidentClient incidents, IEnumerable<IncidentUpdate> updates, Action<long> progress, CancellationToken cancel)
    {
        await using IncidentWriter writer = incidents.OpenWriter(new IncidentWriterOptions { OnProgress = p => progress(p.DurableThrough) });
        long sent = 0;
        foreach (IncidentUpdate update in updates)
        {
            await writer.WriteAsync(update, cancel);
            sent++;
        }

        await writer.FlushAsync(cancel);
        return sent;
    }
}
