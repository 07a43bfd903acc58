using System.CommandLine;
using AuditCli.Audits.Tables;
using AuditCli.Input;
using AuditCli.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;
using Google.Protobuf;
using Spectre.Console;

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
        """;

    private readonly Argument<string> audit = new("AUDIT") { Description = "Id of the audit" };

    private readonly Option<string[]> groups = new("--group") { Description = $"Only offences of this group: {Choices.Names(Choices.Groups)}", HelpName = "GROUP" };

    private readonly Option<string[]> classes = new("--class") { Description = "Only offences of this Home Office class", HelpName = "CLASS" };

    private readonly Option<string[]> domains = new("--domain") { Description = "Only decisions that name this domain", HelpName = "NAME" };

    private readonly Option<string[]> strata = new("--stratum") { Description = "Only this stratum, as a design of its own", HelpName = "NAME" };

    private readonly Option<bool> weighted = new("--weighted") { Description = "Force-wide: groups combined by recorded-crime volumes" };

    private readonly Option<double> level = new("--level") { Description = "Confidence level", HelpName = "SHARE", DefaultValueFactory = _ => 0.95 };

    private readonly Option<bool> json = new("--json") { Description = "The answer in JSON, as the contract has it" };

    private readonly ServerOptions server = new();

    public AuditEstimateCommand()
        : base("estimate", "Estimates the recording rate of an audit", Guide)
    {
        Arguments.Add(audit);
        foreach (Option option in new Option[] { groups, classes, domains, strata, weighted, level, json })
        {
            Options.Add(option);
        }

        server.AddTo(this);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancel)
    {
        EstimateRecordingRateRequest request = Read(result);
        await using CrimeAuditClient client = await ServerOptions.ConnectAsync(server.Read(result), cancel);
        EstimateRecordingRateResponse answer = await client.Rates.EstimateRecordingRateAsync(request, cancel);
        TextWriter output = result.InvocationConfiguration.Output;
        if (result.GetValue(json))
        {
            await output.WriteLineAsync(JsonFormatter.Default.Format(answer));
        }
        else
        {
            RecordingRateReport.Write(answer, Consoles.For(output));
        }

        return CommandLine.Ok;
    }

    private EstimateRecordingRateRequest Read(ParseResult result)
    {
        List<string> problems = [];
        var domain = new EstimateDomain
        {
            OffenceGroups = { Choices.FindAll(groups, result, Choices.Groups, problems) },
            OffenceClasses = { result.GetValue(classes) ?? [] },
            Domains = { result.GetValue(domains) ?? [] },
            Strata = { result.GetValue(strata) ?? [] },
        };
        InputException.ThrowIfAny(problems);
        return new EstimateRecordingRateRequest
        {
            AuditId = result.GetRequiredValue(audit),
            Domain = domain,
            ConfidenceLevel = result.GetValue(level),
            Weighting = result.GetValue(weighted) ? Weighting.RecordedVolumes : Weighting.Unspecified,
        };
    }
}
