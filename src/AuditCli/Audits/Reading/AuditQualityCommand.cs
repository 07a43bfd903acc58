using AuditCli.Audits.Tables;
using CrimeAudit.Client;
using CrimeAudit.V1;
using Spectre.Console;

namespace AuditCli.Audits.Reading;

/// <summary><c>crimeaudit audit quality</c>: how far an audit's reviews can be relied on.</summary>
internal sealed class AuditQualityCommand : AuditAnswerVerb<GetReviewQualityResponse>
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

    public AuditQualityCommand()
        : base("quality", "Tells how far the reviews of an audit can be relied on", Guide, "One line a measure")
    {
    }

    protected override Task<GetReviewQualityResponse> AskAsync(CrimeAuditClient client, string auditId, double level, CancellationToken cancel) =>
        client.Audits.GetReviewQualityAsync(new GetReviewQualityRequest { AuditId = auditId, ConfidenceLevel = level }, cancel);

    protected override string Table(GetReviewQualityResponse answer) => QualityTable.Text(answer);

    protected override void Write(GetReviewQualityResponse answer, IAnsiConsole console) => QualityReport.Write(answer, console);
}
