using System.CommandLine;
using AuditCli.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;
using Google.Protobuf;
using Spectre.Console;

namespace AuditCli.Audits.Reading;

/// <summary><c>crimeaudit audit show</c>: an audit as it stands.</summary>
internal sealed class AuditShowCommand : Verb
{
    private readonly Argument<string> audit = new("AUDIT") { Description = "Id of the audit" };

    private readonly Option<bool> json = new("--json") { Description = "The answer in JSON, as the contract has it" };

    private readonly ServerOptions server = new();

    public AuditShowCommand()
        : base("show", "Shows how an audit stands", "Example: crimeaudit audit show tvp-2019")
    {
        Arguments.Add(audit);
        Options.Add(json);
        server.AddTo(this);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancel)
    {
        await using CrimeAuditClient client = await ServerOptions.ConnectAsync(server.Read(result), cancel);
        GetAuditResponse answer = await client.Audits.GetAsync(result.GetRequiredValue(audit), cancel);
        TextWriter output = result.InvocationConfiguration.Output;
        if (result.GetValue(json))
        {
            await output.WriteLineAsync(JsonFormatter.Default.Format(answer));
            return CommandLine.Ok;
        }

        IAnsiConsole console = Consoles.For(output);
        console.WriteLine(AuditText.Line(answer.Audit));
        console.Write(StrataTable.Of(answer.Audit.Strata));
        return CommandLine.Ok;
    }
}
