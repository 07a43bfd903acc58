using System.Diagnostics;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Bench;

/// <summary>One writer that streams updates into a server and waits for the last acknowledgement.</summary>
internal static class StreamedUpdates
{
    /// <summary>Updates acknowledged in a second.</summary>
    /// <param name="server">Where to.</param>
    /// <param name="updates">How many.</param>
    /// <param name="verify">Share of the receipts that the client verifies.</param>
    /// <param name="cancel">Ends the run.</param>
    public static async Task<double> PerSecondAsync(ServerProcess server, int updates, double verify, CancellationToken cancel)
    {
        await using CrimeAuditClient client = CrimeAuditClient.Connect(new CrimeAuditClientOptions
        {
            Address = server.Address,
            TokenProvider = CrimeAuditClientOptions.StaticToken(server.Token()),
            Verification = { Share = verify },
        });
        long started = Stopwatch.GetTimestamp();
        await using IncidentWriter writer = client.Incidents.OpenWriter();
        foreach (IncidentUpdate update in SampleUpdates.Take(updates))
        {
            await writer.WriteAsync(update, cancel);
        }

        await writer.FlushAsync(cancel);
        return updates / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
