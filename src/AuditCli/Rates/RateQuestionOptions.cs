using System.CommandLine;
using CrimeAudit.V1;

namespace AuditCli.Rates;

/// <summary>Of which force, months and offences a live rate is, and by what it is broken down.</summary>
internal sealed class RateQuestionOptions
{
    private static readonly Dictionary<string, Breakdown> Breakdowns = new()
    {
        ["month"] = Breakdown.Month,
        ["class"] = Breakdown.OffenceClass,
        ["group"] = Breakdown.OffenceGroup,
        ["area"] = Breakdown.Area,
        ["channel"] = Breakdown.Channel,
        ["opening-code"] = Breakdown.OpeningCode,
        ["closing-code"] = Breakdown.ClosingCode,
        ["qualifier"] = Breakdown.Qualifier,
        ["reason"] = Breakdown.NotRecordedReason,
    };

    private readonly Option<string> force = new("--force") { Description = "Slug of the force", HelpName = "SLUG", Required = true };

    private readonly Option<string?> by = new("--by")
    {
        Description = $"Break down by one of {string.Join(", ", Breakdowns.Keys)}. Default: the whole",
        HelpName = "WHAT",
    };

    private readonly ReportFilterOptions filter = new();

    public void AddTo(Command command)
    {
        command.Options.Add(force);
        command.Options.Add(by);
        filter.AddTo(command);
    }

    /// <summary>Reads the question, and adds what is wrong with it to the problems.</summary>
    public GetAccountedForRateRequest Read(ParseResult result, List<string> problems)
    {
        ReportFilter reports = filter.Read(result, problems);
        var question = new GetAccountedForRateRequest
        {
            Force = result.GetValue(force)!,
            FromMonth = reports.FromMonth,
            ToMonth = reports.ToMonth,
            OffenceGroups = { reports.Groups },
            OffenceClasses = { reports.Classes },
        };
        ReportFilterOptions.CheckForce(force, question.Force, problems);
        if (result.GetValue(by) is { } name)
        {
            if (Breakdowns.TryGetValue(name, out Breakdown breakdown))
            {
                question.Breakdown = breakdown;
            }
            else
            {
                problems.Add($"--by: '{name}' is none of {string.Join(", ", Breakdowns.Keys)}");
            }
        }

        return question;
    }
}
