using System.CommandLine;
using AuditCli.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;
using Google.Protobuf;

namespace AuditCli.Audits.Reading;

/// <summary><c>crimeaudit audit list</c>: all audits, whatever became of them.</summary>
internal sealed class AuditListCommand : Verb
{
    private readonly Option<string?> force = new("--force") { Description = "Only audits of this force", HelpName = "SLUG" };

    private readonly Option<bool> json = new("--json") { Description = "One audit a line in JSON, as the contract has it" };

    private readonly ServerOptions server = new();

    public AuditListCommand()
        : base("list", "Lists audits, oldest first", "Those that were abandoned or voided, or never came to an end, are listed too.")
    {
        Options.Add(force);
        Options.Add(json);
        server.AddTo(this);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancel)
    {
        await using CrimeAuditClient client = await ServerOptions.ConnectAsync(server.Read(result), cancel);
        var request = new ListAuditsRequest { Force = result.GetValue(force) ?? "" };
        await foreach (Audit audit in client.Audits.ListAsync(request, cancel))
        {
            string line = result.GetValue(json) ? JsonFormatter.Default.Format(audit) : AuditText.Line(audit);
            await result.InvocationConfiguration.Output.WriteLineAsync(line);
        }

        return CommandLine.Ok;
    }
}
