using System.CommandLine;
using AuditCli.Input;
using AuditCli.Overdue;
using AuditCli.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;
using Google.Protobuf.WellKnownTypes;

namespace AuditCli.Watch;

/// <summary><c>crimeaudit watch overdue</c>: the list of overdue crimes as it changes.</summary>
internal sealed class WatchOverdueCommand : Verb
{
    private const string Guide =
        """
        At a terminal a live table, worst first; with --json, or when the output goes elsewhere, one message a line in JSON:
        begun (a list begins: forget what was listed before), listed, caughtUp, passed (a deadline passed), resolved (and by what),
        freshness (a system fell silent, or speaks again) and heartbeat. A feed marked STALE has not been heard of for hours: what it
        recorded may only not have arrived. After a lost connection it begins anew with the list. Ctrl-C is a good end (exit code 0).

        Examples:
          crimeaudit watch overdue --force thames-valley
          crimeaudit watch overdue --due-within 2h --group sexual --json | jq .passed
        """;

    private static readonly Dictionary<string, CrimeOrigin> Origins = new()
    {
        ["alleged"] = CrimeOrigin.Alleged,
        ["presumed"] = CrimeOrigin.Presumed,
    };

    private readonly OverdueFilterOptions filter = new();

    private readonly Option<string?> origin = new("--origin")
    {
        Description = $"Only crimes of this origin: {Choices.Names(Origins)}",
        HelpName = "ORIGIN",
    };

    private readonly Option<string?> group = new("--group")
    {
        Description = $"Only offences of this group: {Choices.Names(Choices.Groups)}",
        HelpName = "GROUP",
    };

    private readonly Option<bool> json = new("--json") { Description = "One message a line, in JSON" };

    private readonly Option<bool> untilCaughtUp = new("--until-caught-up") { Description = "End once the list is told" };

    private readonly ServerOptions server = new();

    public WatchOverdueCommand()
        : base("overdue", "Follows the list of overdue crimes: what is in it, and each deadline as it passes", Guide)
    {
        filter.AddTo(this);
        Options.Add(origin);
        Options.Add(group);
        Options.Add(json);
        Options.Add(untilCaughtUp);
        server.AddTo(this);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancel)
    {
        WatchOverdueRequest request = Read(result);
        CrimeAuditClientOptions options = server.Read(result);
        TextWriter error = result.InvocationConfiguration.Error;
        await using CrimeAuditClient client = await ServerOptions.ConnectAsync(options, cancel);
        IncidentWatchOptions going = new() { OnInterrupted = end => error.WriteLine($"The stream ended, going on: {end.Message}") };
        IAsyncEnumerable<WatchOverdueResponse> messages = client.Incidents.WatchOverdueAsync(request, going, cancel);
        try
        {
            await WatchDisplay<WatchOverdueResponse>.For(result.InvocationConfiguration.Output, result.GetValue(json), new OverdueBoard())
                .ShowAsync(result.GetValue(untilCaughtUp) ? UntilCaughtUpAsync(messages) : messages);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // Ctrl-C: a watch has no other end.
        }

        return CommandLine.Ok;
    }

    private static async IAsyncEnumerable<WatchOverdueResponse> UntilCaughtUpAsync(IAsyncEnumerable<WatchOverdueResponse> messages)
    {
        await foreach (WatchOverdueResponse message in messages)
        {
            yield return message;
            if (message.CaughtUp is not null)
            {
                yield break;
            }
        }
    }

    private WatchOverdueRequest Read(ParseResult result)
    {
        List<string> problems = [];
        (string force, Duration? within) = filter.Read(result, problems);
        var request = new WatchOverdueRequest
        {
            Force = force,
            DueWithin = within,
            Origin = Choices.Find(origin, result, Origins, problems),
        };
        OffenceGroup wanted = Choices.Find(group, result, Choices.Groups, problems);
        if (wanted != OffenceGroup.Unspecified)
        {
            request.OffenceGroups.Add(wanted);
        }

        InputException.ThrowIfAny(problems);
        return request;
    }
}
