using System.CommandLine;
using AuditCli.Input;
using AuditCli.Rates;
using AuditCli.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;
using Spectre.Console;

namespace AuditCli.Contrasts;

/// <summary><c>crimeaudit explain</c>: what goes with crimes that fall short.</summary>
internal sealed class ExplainCommand : Verb
{
    private const string Guide =
        """
        Of a force's live data: what goes with alleged and presumed crimes that nothing answers past their deadline. Of an audit: what goes
        with required crimes that were not recorded. Each level of each factor stands against the rest of the same crimes, within offence
        classes. Odds above 1: more falls short there. The p is adjusted for all the levels shown; a * marks the significant ones. What
        goes with a shortfall need not cause it. Levels with few crimes are shown as counts.

        Examples:
          crimeaudit explain --force thames-valley --from 2019-01
          crimeaudit explain --audit tvp-2019 --correctly --group violence
          crimeaudit explain --force thames-valley --levels 50 --csv > drivers.csv
        """;

    private readonly Option<string?> force = new("--force") { Description = "Slug of the force: its live data", HelpName = "SLUG" };

    private readonly Option<string?> audit = new("--audit") { Description = "Id of an audit: its reviews", HelpName = "AUDIT" };

    private readonly ReportFilterOptions filter = new();

    private readonly Option<bool> correctly = new("--correctly") { Description = "Of an audit: an offence of another class falls short too" };

    private readonly Option<int> levels = new("--levels")
    {
        Description = "Levels of a factor at most, 1 to 100, the most counted first",
        HelpName = "N",
        DefaultValueFactory = _ => 20,
    };

    private readonly AnswerOptions answer = new("One line a level");

    private readonly ServerOptions server = new();

    public ExplainCommand()
        : base("explain", "Shows what goes with crimes that are not recorded", Guide)
    {
        Options.Add(force);
        Options.Add(audit);
        filter.AddTo(this);
        Options.Add(correctly);
        Options.Add(levels);
        answer.AddTo(this);
        server.AddTo(this);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancel)
    {
        ExplainShortfallRequest request = Read(result);
        CrimeAuditClientOptions options = server.Read(result);
        await using CrimeAuditClient client = await ServerOptions.ConnectAsync(options, cancel);
        ExplainShortfallResponse explained = await client.Rates.ExplainShortfallAsync(request, cancel);
        answer.Write(result, explained, output => ExplainCsv.Write(explained, output), console => Write(explained, console));
        return CommandLine.Ok;
    }

    private ExplainShortfallRequest Read(ParseResult result)
    {
        List<string> problems = [];
        ReportFilter reports = filter.Read(result, problems);
        var request = new ExplainShortfallRequest
        {
            FromMonth = reports.FromMonth,
            ToMonth = reports.ToMonth,
            OffenceGroups = { reports.Groups },
            OffenceClasses = { reports.Classes },
            ConfidenceLevel = answer.Level(result, problems),
            MostLevels = result.GetValue(levels),
            Basis = result.GetValue(correctly) ? ShortfallBasis.NotCorrectly : ShortfallBasis.Unspecified,
        };
        if (request.MostLevels is < 1 or > 100)
        {
            problems.Add($"--levels: {request.MostLevels} is not from 1 to 100");
        }

        SetSubject(request, result, problems);
        InputException.ThrowIfAny(problems);
        return request;
    }

    private void SetSubject(ExplainShortfallRequest request, ParseResult result, List<string> problems)
    {
        (string? ofForce, string? ofAudit) = (result.GetValue(force), result.GetValue(audit));
        if (ofForce is null == ofAudit is null)
        {
            problems.Add("--force and --audit: exactly one of them");
        }
        else if (ofForce is not null)
        {
            ReportFilterOptions.CheckForce(force, ofForce, problems);
            request.Force = ofForce;
        }
        else
        {
            request.AuditId = ofAudit;
        }
    }

    private static void Write(ExplainShortfallResponse explained, IAnsiConsole console)
    {
        StaleText.Write(console, StaleText.Of("", explained.Freshness));
        console.WriteLine(ExplainTable.Summary(explained));
        console.Write(ExplainTable.Of(explained));
        console.WriteLine(RateTable.Place(explained.Method, explained.AsOf));
    }
}
