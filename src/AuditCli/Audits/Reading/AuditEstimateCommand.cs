using System.CommandLine;
using AuditCli.Audits.Tables;
using AuditCli.Input;
using AuditCli.Rates;
using AuditCli.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace AuditCli.Audits.Reading;

/// <summary><c>crimeaudit audit estimate</c>: the recording rate of an audit.</summary>
internal sealed class AuditEstimateCommand : Verb
{
    private const string Guide =
        """
        Recorded at all and recorded correctly are always shown together; in time is of the crimes recorded. While reviews are missing the
        estimate is interim, from the reports reviewed without a gap in ticket order. Few crimes are shown as counts.

        Examples:
          crimeaudit audit estimate tvp-2019
          crimeaudit audit estimate tvp-2019 --group violence --domain domestic-abuse
          crimeaudit audit estimate tvp-2019 --weighted --json
          crimeaudit audit estimate tvp-2019 --csv > rates.csv
        """;

    private readonly Argument<string> audit = new("AUDIT") { Description = "Id of the audit" };

    private readonly OffenceOptions offences = new(OffenceOptions.OfBoth);

    private readonly Option<string[]> domains = new("--domain") { Description = "Only decisions that name this domain", HelpName = "NAME" };

    private readonly Option<string[]> strata = new("--stratum") { Description = "Only this stratum, as a design of its own", HelpName = "NAME" };

    private readonly Option<bool> weighted = new("--weighted") { Description = "Force-wide: groups combined by recorded-crime volumes" };

    private readonly AnswerOptions answer = new("One line a basis, with every interval");

    private readonly ServerOptions server = new();

    public AuditEstimateCommand()
        : base("estimate", "Estimates the recording rate of an audit", Guide)
    {
        Arguments.Add(audit);
        offences.AddTo(this);
        foreach (Option option in new Option[] { domains, strata, weighted })
        {
            Options.Add(option);
        }

        answer.AddTo(this);
        server.AddTo(this);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancel)
    {
        EstimateRecordingRateRequest request = Read(result);
        await using CrimeAuditClient client = await ServerOptions.ConnectAsync(server.Read(result), cancel);
        EstimateRecordingRateResponse estimate = await client.Rates.EstimateRecordingRateAsync(request, cancel);
        answer.Write(
            result,
            estimate,
            output => output.Write(EstimateTable.Text([new DomainEstimate("as asked", estimate)])),
            console => RecordingRateReport.Write(estimate, console));
        return CommandLine.Ok;
    }

    private EstimateRecordingRateRequest Read(ParseResult result)
    {
        List<string> problems = [];
        var domain = new EstimateDomain
        {
            OffenceGroups = { offences.Groups(result, problems) },
            OffenceClasses = { offences.Classes(result, problems) },
            Domains = { result.GetValue(domains) ?? [] },
            Strata = { result.GetValue(strata) ?? [] },
        };
        double level = answer.Level(result, problems);
        InputException.ThrowIfAny(problems);
        return new EstimateRecordingRateRequest
        {
            AuditId = result.GetRequiredValue(audit),
            Domain = domain,
            ConfidenceLevel = level,
            Weighting = result.GetValue(weighted) ? Weighting.RecordedVolumes : Weighting.Unspecified,
        };
    }
}
