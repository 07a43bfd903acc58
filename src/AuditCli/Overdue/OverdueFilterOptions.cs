using System.CommandLine;
using AuditCore.Reference;
using Google.Protobuf.WellKnownTypes;

namespace AuditCli.Overdue;

/// <summary>Of which overdue crimes a list is.</summary>
internal sealed class OverdueFilterOptions
{
    private readonly Option<string?> force = new("--force")
    {
        Description = "Slug of the force. Default: every force that the token may ask about",
        HelpName = "SLUG",
    };

    private readonly Option<string?> dueWithin = new("--due-within")
    {
        Description = "Take in what is due within this time: 90m, 4h, 2d. Default: only what is overdue",
        HelpName = "TIME",
    };

    public void AddTo(Command command)
    {
        command.Options.Add(force);
        command.Options.Add(dueWithin);
    }

    /// <summary>The force, empty for all, and how far ahead to look; what is wrong goes to the problems.</summary>
    public (string Force, Duration? Within) Read(ParseResult result, List<string> problems)
    {
        string slug = result.GetValue(force) ?? "";
        if (slug.Length > 0 && Forces.Find(slug) is null)
        {
            problems.Add($"--force: '{slug}' is not a force; a slug looks like thames-valley");
        }

        if (result.GetValue(dueWithin) is not { } text)
        {
            return (slug, null);
        }

        TimeSpan? within = SpanText.Read(text);
        if (within is null)
        {
            problems.Add($"--due-within: '{text}' is not a time such as 90m, 4h or 2d, up to 30d");
        }

        return (slug, within?.ToDuration());
    }
}
