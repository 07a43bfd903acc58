using CrimeAudit.V1;
using Spectre.Console;

namespace AuditCli.Support;

/// <summary>What people are told of a sending system that is silent.</summary>
internal static class StaleText
{
    /// <summary>The lines for the silent ones of some systems.</summary>
    /// <param name="prefix">Before the name of each: <c>kent/</c>.</param>
    /// <param name="sources">The systems.</param>
    public static IEnumerable<string> Of(string prefix, IEnumerable<SourceFreshness> sources) => sources.Where(s => s.Stale)
        .Select(s => Of(prefix + s.SourceSystem, s.LastAcceptedTime is { } heard ? $"at {TimeText.Minute(heard)}{Events(s)}" : ""));

    /// <summary>The lines for the silent ones of a public table, which tells days.</summary>
    public static IEnumerable<string> Of(IEnumerable<PublicFreshness> sources) => sources.Where(s => s.Stale)
        .Select(s => Of(s.SourceSystem, s.LastAcceptedDay.Length > 0 ? $"on {s.LastAcceptedDay}" : ""));

    /// <summary>Writes lines, so that nobody overlooks them.</summary>
    public static void Write(IAnsiConsole console, IEnumerable<string> lines)
    {
        foreach (string line in lines)
        {
            console.MarkupLineInterpolated($"[yellow]{line}[/]");
        }
    }

    private static string Of(string system, string heard) => heard.Length > 0
        ? $"STALE: {system} was last heard of {heard}; what it recorded since may be missing here."
        : $"STALE: {system} was never heard of; what it recorded is missing here.";

    private static string Events(SourceFreshness source) =>
        source.LastEventTime is { } last ? $", of nothing later than {TimeText.Minute(last)}" : "";
}
