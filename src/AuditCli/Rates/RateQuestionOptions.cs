using System.CommandLine;
using System.Globalization;
using AuditCli.Input;
using AuditCore.Reference;
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

    private readonly Option<string?> from = new("--from") { Description = "First month of the reports, 2019-02", HelpName = "MONTH" };

    private readonly Option<string?> to = new("--to") { Description = "Last month", HelpName = "MONTH" };

    private readonly Option<string[]> offenceClass = new("--class")
    {
        Description = "Only offences of this class: robbery. May be given several times",
        HelpName = "CLASS",
        DefaultValueFactory = _ => [],
    };

    public void AddTo(Command command)
    {
        foreach (Option option in new Option[] { force, by, from, to, offenceClass })
        {
            command.Options.Add(option);
        }
    }

    /// <summary>Reads the question, and adds what is wrong with it to the problems.</summary>
    public GetAccountedForRateRequest Read(ParseResult result, List<string> problems)
    {
        var question = new GetAccountedForRateRequest
        {
            Force = result.GetValue(force)!,
            FromMonth = Month(from, result, problems),
            ToMonth = Month(to, result, problems),
            OffenceClasses = { result.GetValue(offenceClass)! },
        };
        if (Forces.Find(question.Force) is null)
        {
            problems.Add($"--force: '{question.Force}' is not a force; a slug looks like thames-valley");
        }

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

        problems.AddRange(question.OffenceClasses.Where(c => OffenceClasses.FromSlug(c) is null)
            .Select(c => $"--class: '{c}' is none of {string.Join(", ", OffenceClasses.All.Select(known => known.Slug()))}"));
        return question;
    }

    private static string Month(Option<string?> option, ParseResult result, List<string> problems)
    {
        string text = result.GetValue(option) ?? "";
        if (text.Length > 0 && !DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            problems.Add($"{option.Name}: '{text}' is not a month such as 2019-02");
        }

        return text;
    }
}
