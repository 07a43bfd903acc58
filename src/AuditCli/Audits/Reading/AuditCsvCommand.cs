using System.CommandLine;
using System.Text;
using AuditCli.Audits.Tables;
using AuditCli.Support;
using CrimeAudit.Client;

namespace AuditCli.Audits.Reading;

/// <summary><c>crimeaudit audit csv</c>: an audit as tables for workbooks.</summary>
internal sealed class AuditCsvCommand : Verb
{
    private const string Guide =
        """
        frame-summary.csv  the strata: N, n, m
        sample.csv         every item drawn, with its ticket
        decisions.csv      every decision of the reviews that count, with what it counts; with the first table all that estimates rest on
        disputes.csv       what was said about findings: disputes, reconsiderations, arbitrations, reopenings
        estimates.csv      all crime and each offence group, on each basis, with every interval
        classification.csv which share of cancelled crimes and N100s was right, with every interval; without a row where the plan asks for none
        quality.csv        agreement of blind reviewers, and findings that did not stand
        delays.csv         how many hours recording took: quantiles, and crimes of the sample in bands

        Rows keep their order and columns are only ever added, at the end. Decimal points, times in UTC. Needs a lead's token.

        Example: crimeaudit audit csv tvp-2019 --out tables
        """;

    private readonly Argument<string> audit = new("AUDIT") { Description = "Id of the audit" };

    private readonly Option<string> folder = new("--out") { Description = "Folder; made when it is not there, files in it are replaced", HelpName = "DIR", Required = true };

    private readonly ServerOptions server = new();

    public AuditCsvCommand()
        : base("csv", "Writes an audit as tables for workbooks", Guide)
    {
        Arguments.Add(audit);
        Options.Add(folder);
        server.AddTo(this);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancel)
    {
        await using CrimeAuditClient client = await ServerOptions.ConnectAsync(server.Read(result), cancel);
        WholeAudit whole = await WholeAudit.ReadAsync(client, result.GetRequiredValue(audit), cancel);
        string target = Path.GetFullPath(result.GetRequiredValue(folder));
        Directory.CreateDirectory(target);
        foreach ((string name, string text) in Tables(whole))
        {
            await WholeFile.WriteAsync(Path.Combine(target, name), async file => await file.WriteAsync(Encoding.UTF8.GetBytes(text), cancel));
            await result.InvocationConfiguration.Error.WriteLineAsync(Path.Combine(target, name));
        }

        return CommandLine.Ok;
    }

    private static (string Name, string Text)[] Tables(WholeAudit whole) =>
    [
        ("frame-summary.csv", FrameTable.Text(whole.Audit)),
        ("sample.csv", SampleTable.Columns.Text(whole.Items)),
        ("decisions.csv", DecisionTable.Text(whole.Items)),
        ("disputes.csv", DisputeTable.Text(whole.Items)),
        ("estimates.csv", EstimateTable.Text(whole.Estimates)),
        ("classification.csv", ClassificationTable.Text(whole.Classification)),
        ("quality.csv", QualityTable.Text(whole.Quality)),
        ("delays.csv", DelayTable.Text(whole.Shortfall.Delays)),
    ];
}
