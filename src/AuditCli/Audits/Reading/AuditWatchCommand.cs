using System.CommandLine;
using AuditCli.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;
using Google.Protobuf;
using Spectre.Console;

namespace AuditCli.Audits.Reading;

/// <summary><c>crimeaudit audit watch</c>: the progress of an audit until it ends.</summary>
internal sealed class AuditWatchCommand : Verb
{
    private const string Guide =
        """
        Bars of what is reviewed and what is settled, stratum by stratum, until the audit is over (final, abandoned or voided), or Ctrl-C.
        Without a terminal one line a change.

        Example: crimeaudit audit watch tvp-2019
        """;

    private readonly Argument<string> audit = new("AUDIT") { Description = "Id of the audit" };

    private readonly Option<bool> json = new("--ndjson") { Description = "One change a line in JSON, as the contract has it" };

    private readonly ServerOptions server = new();

    public AuditWatchCommand()
        : base("watch", "Follows the progress of an audit", Guide)
    {
        Arguments.Add(audit);
        Options.Add(json);
        server.AddTo(this);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancel)
    {
        await using CrimeAuditClient client = await ServerOptions.ConnectAsync(server.Read(result), cancel);
        IAsyncEnumerable<WatchedAudit> changes = client.Audits.WatchAsync(result.GetRequiredValue(audit), cancel)
            .Where(m => m.Audit is not null)
            .Select(m => m.Audit);
        TextWriter output = result.InvocationConfiguration.Output;
        IAnsiConsole console = Consoles.For(output);
        if (result.GetValue(json) || !console.Profile.Capabilities.Interactive)
        {
            await foreach (WatchedAudit change in changes.WithCancellation(cancel))
            {
                await output.WriteLineAsync(result.GetValue(json) ? JsonFormatter.Default.Format(change) : AuditBars.Line(change));
            }
        }
        else
        {
            await console.Progress().StartAsync(context => new AuditBars(context).FollowAsync(changes, cancel));
        }

        return CommandLine.Ok;
    }
}
