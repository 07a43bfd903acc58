using CrimeAudit.Client;
using CrimeAudit.V1;

namespace UpdateListener;

/// <summary>
/// A safeguarding desk: what comes in about a force's incidents as it comes, and what is overdue whenever all is told. The
/// resume token is kept in a file once a message is shown, so a restart goes on right after it.
/// </summary>
internal sealed class Desk(string force, string tokenFile, CrimeAuditClient client, TextWriter output)
{
    /// <summary>Follows the log until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        string token = File.Exists(tokenFile) ? await File.ReadAllTextAsync(tokenFile, cancel) : "";
        await foreach (WatchIncidentsResponse message in client.Incidents.WatchAsync(force, token, cancel))
        {
            await ShowAsync(message, cancel);
            await KeepAsync(message.ResumeToken, cancel);
        }
    }

    private async Task ShowAsync(WatchIncidentsResponse message, CancellationToken cancel)
    {
        if (message.Entry is { } entry)
        {
            await output.WriteLineAsync(
                $"{entry.EntryIndex} {entry.Update.ChangeCase} {entry.Incident.UnitId}: {entry.Incident.OpenAllegedCrimes} crimes open");
        }

        // Caught up: everything so far is told. A heartbeat: nothing came for a while, but deadlines pass.
        if (message.EventCase is WatchIncidentsResponse.EventOneofCase.CaughtUp or WatchIncidentsResponse.EventOneofCase.Heartbeat)
        {
            await ShowOverdueAsync(cancel);
        }
    }

    private async Task ShowOverdueAsync(CancellationToken cancel)
    {
        await foreach (OverdueCrime crime in client.Incidents.ListOverdueAsync(new ListOverdueRequest { Force = force }, cancel))
        {
            long hours = crime.OverdueSeconds / 3600;
            string origin = crime.Presumed ? "presumed" : "alleged";
            await output.WriteLineAsync(
                $"overdue {hours} h, {crime.Urgency} points: {origin} {crime.OffenceClass}, {crime.UnitId}");
        }
    }

    // Written beside and moved over: whatever happens, the file holds a whole token.
    private async Task KeepAsync(string token, CancellationToken cancel)
    {
        await File.WriteAllTextAsync($"{tokenFile}.new", token, cancel);
        File.Move($"{tokenFile}.new", tokenFile, overwrite: true);
    }
}
