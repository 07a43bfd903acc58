using System.CommandLine;
using AuditCli.Audits.Tables;
using AuditCli.Input;
using AuditCli.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace AuditCli.Audits.Reading;

/// <summary><c>crimeaudit audit quality</c>: how far an audit's reviews can be relied on.</summary>
internal sealed class AuditQualityCommand : Verb
{
    private const string Guide =
        """
        Cohen's kappa of reports that two reviewed blind: on pass and fail, on the outcome of each crime, and on each outcome against all
        others. Beside it how often fails were overturned on dispute, and passes by another blind review: disputes alone only ever push one
        way. No estimate is adjusted by any of it. Needs a lead's token, or, once the audit is FINAL, that of the force's registrar.

        Examples:
          crimeaudit audit quality tvp-2019
          crimeaudit audit quality tvp-2019 --level 0.99 --csv > quality.csv
        """;

    private readonly Argument<string> audit = new("AUDIT") { Description = "Id of the audit" };

    private readonly AnswerOptions answer = new("One line a measure");

    private readonly ServerOptions server = new();

    public AuditQualityCommand()
        : base("quality", "Tells how far the reviews of an audit can be relied on", Guide)
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
        GetReviewQualityResponse quality = await client.Audits.GetReviewQualityAsync(
            new GetReviewQualityRequest { AuditId = result.GetRequiredValue(audit), ConfidenceLevel = level }, cancel);
        answer.Write(result, quality, output => output.Write(QualityTable.Text(quality)), console => QualityReport.Write(quality, console));
        return CommandLine.Ok;
    }
}
