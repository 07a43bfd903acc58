using AuditCli.Audits.Tables;
using AuditCli.Rates;
using AuditCli.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;
using Spectre.Console;

namespace AuditCli.Audits.Reading;

/// <summary><c>crimeaudit audit classification</c>: which records by which a force says that there is no crime were right.</summary>
internal sealed class AuditClassificationCommand : AuditAnswerVerb<EstimateClassificationResponse>
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

    public AuditClassificationCommand()
        : base("classification", "Estimates which cancelled crimes and N100s were right", Guide, "One line a share, with every interval")
    {
    }

    protected override Task<EstimateClassificationResponse> AskAsync(CrimeAuditClient client, string auditId, double level, CancellationToken cancel) =>
        client.Rates.EstimateClassificationAsync(new EstimateClassificationRequest { AuditId = auditId, ConfidenceLevel = level }, cancel);

    protected override string Table(EstimateClassificationResponse answer) => ClassificationTable.Text(answer);

    protected override void Write(EstimateClassificationResponse answer, IAnsiConsole console)
    {
        if (answer.Interim)
        {
            console.WriteLine($"INTERIM: {NumberText.Of(answer.Unsettled)} records are not settled, {NumberText.Of(answer.PendingReviews)} of them not reviewed");
        }

        IReadOnlyList<ClassifiedShare> rows = ClassifiedShare.Of(answer);
        if (rows.Count == 0)
        {
            console.WriteLine("The plan has no stratum of cancelled crimes or N100s.");
            return;
        }

        console.Write(RatioTable.Of(rows.Select(s => (s.Name, s.Estimate))));
        console.WriteLine(RateTable.Place(answer.Method, answer.AsOf));
    }
}
