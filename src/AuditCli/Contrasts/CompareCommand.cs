using System.CommandLine;
using AuditCli.Input;
using AuditCli.Rates;
using AuditCli.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;
using Spectre.Console;

namespace AuditCli.Contrasts;

/// <summary><c>crimeaudit compare</c>: one audit against others.</summary>
internal sealed class CompareCommand : Verb
{
    private const string Guide =
        """
        Holds the recording rates of audits against that of the first: the difference in points with its interval, a p adjusted for all
        that were asked about, and whether the difference is significant at the level. There is no rank: intervals that overlap give none.

        Examples:
          crimeaudit compare tvp-2017 tvp-2019
          crimeaudit compare tvp-2017 tvp-2019 --by-volumes
          crimeaudit compare tvp-2019 kent-2019 surrey-2019 --group violence --level 0.99 --csv > violence.csv
        """;

    private readonly Argument<string> baseline = new("AUDIT") { Description = "The audit compared with, for instance the earlier one" };

    private readonly Argument<string[]> others = new("OTHER") { Description = "The audits held against it", Arity = ArgumentArity.OneOrMore };

    private readonly OffenceOptions offences = new(OffenceOptions.OfBoth);

    private readonly Option<string[]> domain = new("--domain")
    {
        Description = "Only crimes that reviewers put into this domain: domestic-abuse. May be given several times",
        HelpName = "DOMAIN",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<bool> byVolumes = new("--by-volumes")
    {
        Description = "Force-wide rates, weighted by recorded crime, beside those of the designs",
    };

    private readonly Option<bool> logit = new("--logit") { Description = "Compare on the scale of the log-odds" };

    private readonly AnswerOptions answer = new("One line a pair and basis");

    private readonly ServerOptions server = new();

    public CompareCommand()
        : base("compare", "Compares the recording rates of audits", Guide)
    {
        Arguments.Add(baseline);
        Arguments.Add(others);
        offences.AddTo(this);
        foreach (Option option in new Option[] { domain, byVolumes, logit })
        {
            Options.Add(option);
        }

        answer.AddTo(this);
        server.AddTo(this);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancel)
    {
        CompareEstimatesRequest request = Read(result);
        CrimeAuditClientOptions options = server.Read(result);
        await using CrimeAuditClient client = await ServerOptions.ConnectAsync(options, cancel);
        CompareEstimatesResponse compared = await client.Rates.CompareEstimatesAsync(request, cancel);
        answer.Write(result, compared, output => CompareCsv.Write(compared, output), console => Write(compared, console));
        return CommandLine.Ok;
    }

    private CompareEstimatesRequest Read(ParseResult result)
    {
        List<string> problems = [];
        var request = new CompareEstimatesRequest
        {
            BaselineAuditId = result.GetValue(baseline)!,
            AuditIds = { result.GetValue(others)! },
            Domain = new EstimateDomain
            {
                OffenceGroups = { offences.Groups(result, problems) },
                OffenceClasses = { offences.Classes(result, problems) },
                Domains = { result.GetValue(domain)! },
            },
            ConfidenceLevel = answer.Level(result, problems),
            Weighting = result.GetValue(byVolumes) ? Weighting.RecordedVolumes : Weighting.Unspecified,
            Scale = result.GetValue(logit) ? ComparisonScale.Logit : ComparisonScale.Unspecified,
        };
        InputException.ThrowIfAny(problems);
        return request;
    }

    private static void Write(CompareEstimatesResponse compared, IAnsiConsole console)
    {
        console.Write(CompareTable.Of(compared));
        foreach (ComparedBasis basis in ComparedBasis.Of(compared))
        {
            console.WriteLine(basis.Difference.Statement);
        }

        console.WriteLine(RateTable.Place(compared.Method, compared.AsOf));
    }
}
