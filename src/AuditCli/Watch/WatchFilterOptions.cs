using System.CommandLine;
using AuditCli.Input;
using CrimeAudit.V1;

namespace AuditCli.Watch;

/// <summary>Of which incidents a watch tells, and from where on.</summary>
internal sealed class WatchFilterOptions
{
    private static readonly Dictionary<string, IncidentStatus> Statuses = new()
    {
        ["awaiting-report"] = IncidentStatus.AwaitingReport,
        ["open"] = IncidentStatus.Open,
        ["closed"] = IncidentStatus.Closed,
        ["direct-crime"] = IncidentStatus.DirectCrime,
    };

    private readonly Option<string?> force = new("--force")
    {
        Description = "Slug of the force. Default: all, for those who may read of all",
        HelpName = "SLUG",
    };

    private readonly Option<string?> status = new("--status") { Description = $"One of {Choices.Names(Statuses)}", HelpName = "STATUS" };

    private readonly Option<string?> openingCode = new("--opening-code") { Description = "Incidents with this opening code", HelpName = "CODE" };

    private readonly Option<string?> qualifier = new("--qualifier") { Description = "Incidents with this qualifier", HelpName = "QUALIFIER" };

    private readonly Option<string?> group = new("--group")
    {
        Description = $"Incidents with a crime, alleged or recorded, of this group: {Choices.Names(Choices.Groups)}",
        HelpName = "GROUP",
    };

    private readonly Option<string> from = new("--from")
    {
        Description = "Where to begin: start, now, or a token that an earlier watch with the same filter printed",
        HelpName = "start|now|TOKEN",
        DefaultValueFactory = _ => "start",
    };

    public void AddTo(Command command)
    {
        foreach (Option option in new Option[] { force, status, openingCode, qualifier, group, from })
        {
            command.Options.Add(option);
        }
    }

    /// <exception cref="InputException">A status or group is none.</exception>
    public WatchIncidentsRequest Read(ParseResult result)
    {
        List<string> problems = [];
        WatchIncidentsRequest request = new()
        {
            Force = result.GetValue(force) ?? "",
            Status = Choices.Find(status, result, Statuses, problems),
            OpeningCode = result.GetValue(openingCode) ?? "",
            Qualifier = result.GetValue(qualifier) ?? "",
            OffenceGroup = Choices.Find(group, result, Choices.Groups, problems),
        };
        InputException.ThrowIfAny(problems);
        switch (result.GetValue(from)!)
        {
            case "start":
                request.Start = WatchStart.Beginning;
                break;
            case "now":
                request.Start = WatchStart.Now;
                break;
            case var token:
                request.ResumeToken = token;
                break;
        }

        return request;
    }
}
