using System.CommandLine;
using CrimeAudit.V1;

namespace AuditCli.Watch;

/// <summary>Options whose value is one of some names.</summary>
internal static class Choices
{
    public static readonly Dictionary<string, OffenceGroup> Groups = new()
    {
        ["violence"] = OffenceGroup.Violence,
        ["sexual"] = OffenceGroup.Sexual,
        ["other"] = OffenceGroup.Other,
        ["unknown"] = OffenceGroup.Unknown,
    };

    /// <summary>What the option names; unset when it is not given, and when it names none, which is a problem.</summary>
    public static T Find<T>(Option<string?> option, ParseResult result, Dictionary<string, T> known, List<string> problems)
        where T : struct
    {
        T found = default;
        if (result.GetValue(option) is { } name && !known.TryGetValue(name, out found))
        {
            problems.Add($"{option.Name}: '{name}' is none of {Names(known)}");
        }

        return found;
    }

    public static string Names<T>(Dictionary<string, T> known) => string.Join(", ", known.Keys);
}
