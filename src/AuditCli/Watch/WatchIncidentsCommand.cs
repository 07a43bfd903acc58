using System.CommandLine;
using AuditCli.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace AuditCli.Watch;

/// <summary><c>crimeaudit watch incidents</c>: the updates of incidents as they are accepted.</summary>
internal sealed class WatchIncidentsCommand : Verb
{
    private const string Guide =
        """
        At a terminal a live table; with --json, or when the output goes elsewhere, one message a line in JSON: entries, and
        caughtUp, checkpoint and heartbeat messages, each with a resumeToken. Lost connections are mended without a gap. At the
        end the token to go on with is on standard error; Ctrl-C is a good end (exit code 0).

        An update passes the filter when its incident meets every condition after it or just before it.

        Examples:
          crimeaudit watch incidents --force thames-valley --from now
          crimeaudit watch incidents --force thames-valley --status open --group violence --json | jq .entry
          crimeaudit watch incidents --force thames-valley --from TOKEN --until-caught-up --json > more.ndjson
        """;

    private readonly WatchFilterOptions filter = new();

    private readonly Option<bool> json = new("--json") { Description = "One message a line, in JSON" };

    private readonly Option<bool> untilCaughtUp = new("--until-caught-up") { Description = "End once everything is told that was there at the start" };

    private readonly ServerOptions server = new();

    public WatchIncidentsCommand()
        : base("incidents", "Follows the updates of incidents, in the order of the log and without a gap", Guide)
    {
        filter.AddTo(this);
        Options.Add(json);
        Options.Add(untilCaughtUp);
        server.AddTo(this);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancel)
    {
        WatchIncidentsRequest request = filter.Read(result);
        CrimeAuditClientOptions options = server.Read(result);
        TextWriter error = result.InvocationConfiguration.Error;
        await using CrimeAuditClient client = await ServerOptions.ConnectAsync(options, cancel);
        IncidentWatchOptions going = new() { OnInterrupted = end => error.WriteLine($"The stream ended, going on: {end.Message}") };
        WatchWalk walk = new(client.Incidents.WatchAsync(request, going, cancel), request.ResumeToken, result.GetValue(untilCaughtUp));
        try
        {
            await WatchDisplay<WatchIncidentsResponse>.For(result.InvocationConfiguration.Output, result.GetValue(json), new WatchTable())
                .ShowAsync(walk.MessagesAsync());
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // Ctrl-C: a watch has no other end.
        }
        finally
        {
            if (walk.Token.Length > 0)
            {
                await error.WriteLineAsync($"To go on from here: --from {walk.Token}");
            }
        }

        return CommandLine.Ok;
    }
}
