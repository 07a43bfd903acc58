using System.CommandLine;
using AuditCli.Audits.Tables;
using AuditCli.Input;
using AuditCli.Rates;
using AuditCli.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;
using Spectre.Console;

namespace AuditCli.Audits.Reading;

/// <summary><c>crimeaudit audit classification</c>: which records by which a force says that there is no crime were right.</summary>
internal sealed class AuditClassificationCommand : Verb
{
    private const string Guide =
        """
        Which share of the cancelled crimes was rightly cancelled, and of the reported incidents of rape (N100) rightly recorded as such: right
        under whatever code, and right under the code that the force gave. Overall and by stratum; never mixed with a recording rate. Few
        records are shown as counts.

        Examples:
          crimeaudit audit classification tvp-2019
          crimeaudit audit classification tvp-2019 --csv > classification.csv
        """;

    private readonly Argument<string> audit = new("AUDIT") { Description = "Id of the audit" };

    private readonly AnswerOptions answer = new("One line a share, with every interval");

    private readonly ServerOptions server = new();

    public AuditClassificationCommand()
        : base("classification", "Estimates which cancelled crimes and N100s were right", Guide)
    {
        Arguments.Add(audit);
        answer.AddTo(this);
        server.AddTo(this);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancel)
    {
        List<string> problems = [];
        double level = answer.Level(result, problems);
        InputException.ThrowIfAny(problems);
        await using CrimeAuditClient client = await ServerOptions.ConnectAsync(server.Read(result), cancel);
        EstimateClassificationResponse shares = await client.Rates.EstimateClassificationAsync(
            new EstimateClassificationRequest { AuditId = result.GetRequiredValue(audit), ConfidenceLevel = level }, cancel);
        answer.Write(result, shares, output => output.Write(ClassificationTable.Text(shares)), console => Write(shares, console));
        return CommandLine.Ok;
    }

    private static void Write(EstimateClassificationResponse shares, IAnsiConsole console)
    {
        if (shares.Interim)
        {
            console.WriteLine($"INTERIM: {NumberText.Of(shares.Unsettled)} records are not settled, {NumberText.Of(shares.PendingReviews)} of them not reviewed");
        }

        IReadOnlyList<ClassifiedShare> rows = ClassifiedShare.Of(shares);
        if (rows.Count == 0)
        {
            console.WriteLine("The plan has no stratum of cancelled crimes or N100s.");
            return;
        }

        console.Write(RatioTable.Of(rows.Select(s => (s.Name, s.Estimate))));
        console.WriteLine(RateTable.Place(shares.Method, shares.AsOf));
    }
}
