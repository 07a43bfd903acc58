using System.CommandLine;
using AuditCli.Audits.Tables;
using AuditCli.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;
using Google.Protobuf;

namespace AuditCli.Audits.Reading;

/// <summary><c>crimeaudit audit items</c>: the sample, as far as the token may see it.</summary>
internal sealed class AuditItemsCommand : Verb
{
    private const string Guide =
        """
        A lead sees every item; an auditor what is to be done; a registrar the findings that the force was told.

        Example: crimeaudit audit items tvp-2019 --stratum violence > sample.csv
        """;

    private readonly Argument<string> audit = new("AUDIT") { Description = "Id of the audit" };

    private readonly Option<string?> stratum = new("--stratum") { Description = "Only this stratum", HelpName = "NAME" };

    private readonly Option<bool> json = new("--json") { Description = "One item a line in JSON, as the contract has it" };

    private readonly ServerOptions server = new();

    public AuditItemsCommand()
        : base("items", "Lists the items of a sample in ticket order, as CSV", Guide)
    {
        Arguments.Add(audit);
        Options.Add(stratum);
        Options.Add(json);
        server.AddTo(this);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancel)
    {
        await using CrimeAuditClient client = await ServerOptions.ConnectAsync(server.Read(result), cancel);
        TextWriter output = result.InvocationConfiguration.Output;
        bool asJson = result.GetValue(json);
        if (!asJson)
        {
            await output.WriteLineAsync(SampleTable.Columns.Header);
        }

        var request = new ListSampleItemsRequest { AuditId = result.GetRequiredValue(audit), Stratum = result.GetValue(stratum) ?? "" };
        await foreach (SampleItem item in client.Audits.ListSampleItemsAsync(request, cancel))
        {
            await output.WriteLineAsync(asJson ? JsonFormatter.Default.Format(item) : SampleTable.Columns.Row(item));
        }

        return CommandLine.Ok;
    }
}
