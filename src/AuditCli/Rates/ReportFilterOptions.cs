using System.CommandLine;
using System.Globalization;
using AuditCli.Support;
using AuditCore.Reference;

namespace AuditCli.Rates;

/// <summary>Of which months and offences an answer is.</summary>
internal sealed class ReportFilterOptions
{
    private readonly Option<string?> from = new("--from") { Description = "First month of the reports, 2019-02", HelpName = "MONTH" };

    private readonly Option<string?> to = new("--to") { Description = "Last month", HelpName = "MONTH" };

    private readonly OffenceOptions offences = new();

    public void AddTo(Command command)
    {
        command.Options.Add(from);
        command.Options.Add(to);
        offences.AddTo(command);
    }

    /// <summary>Reads the filter, and adds what is wrong with it to the problems.</summary>
    public ReportFilter Read(ParseResult result, List<string> problems) => new(
        Month(from, result, problems), Month(to, result, problems), offences.Groups(result, problems), offences.Classes(result, problems));

    /// <summary>Adds a problem unless there is a force of that slug.</summary>
    public static void CheckForce(Option option, string slug, List<string> problems)
    {
        if (Forces.Find(slug) is null)
        {
            problems.Add($"{option.Name}: '{slug}' is not a force; a slug looks like thames-valley");
        }
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
