using CrimeAudit.Client;
using CrimeAudit.V1;

namespace PackageGuide;

/// <summary>Prints what the log tells of a force, from where the run before stopped, until it has caught up.</summary>
internal sealed class Follower(ICrimeAuditClient client, string tokenFile)
{
    public async Task RunAsync(TextWriter output)
    {
        string token = File.Exists(tokenFile) ? await File.ReadAllTextAsync(tokenFile) : "";
        await foreach (WatchIncidentsResponse message in client.Incidents.WatchAsync("thames-valley", token))
        {
            if (message.Entry is { } entry)
            {
                await output.WriteLineAsync($"{entry.EntryIndex} {entry.Update.ChangeCase} {entry.Update.Incident.Ref}");
            }

            await File.WriteAllTextAsync(tokenFile, message.ResumeToken); // Once the work is done, and of any message.
            if (message.CaughtUp is not null)
            {
                break; // A program that stays on goes on here: the watch has no end of its own.
            }
        }
    }
}
