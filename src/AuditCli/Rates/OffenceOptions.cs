using System.CommandLine;
using AuditCli.Support;
using AuditCore.Reference;
using CrimeAudit.V1;
using OffenceGroup = CrimeAudit.V1.OffenceGroup;

namespace AuditCli.Rates;

/// <summary>Which offences an answer is about.</summary>
/// <param name="together">What a class and a group mean together: live counts are of either, the domain of an audit is of both.</param>
internal sealed class OffenceOptions(string together = "of either")
{
    /// <summary>In the domain of an audit every condition must hold.</summary>
    public const string OfBoth = "of both";

    private readonly Option<string[]> offenceClass = new("--class")
    {
        Description = "Only offences of this class: robbery. May be given several times",
        HelpName = "CLASS",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<string[]> group = new("--group")
    {
        Description = $"Only offences of this group: {Choices.Names(Choices.Groups)}; with --class: {together}. May be given several times",
        HelpName = "GROUP",
        DefaultValueFactory = _ => [],
    };

    public void AddTo(Command command)
    {
        command.Options.Add(offenceClass);
        command.Options.Add(group);
    }

    /// <summary>The groups; each that there is not is a problem.</summary>
    public IReadOnlyList<OffenceGroup> Groups(ParseResult result, List<string> problems) =>
        Choices.FindAll(group, result, Choices.Groups, problems);

    /// <summary>The classes; each that there is not is a problem.</summary>
    public IReadOnlyList<string> Classes(ParseResult result, List<string> problems)
    {
        string[] classes = result.GetValue(offenceClass)!;
        problems.AddRange(classes.Where(c => OffenceClasses.FromSlug(c) is null)
            .Select(c => $"{offenceClass.Name}: '{c}' is none of {string.Join(", ", OffenceClasses.All.Select(known => known.Slug()))}"));
        return classes;
    }
}
