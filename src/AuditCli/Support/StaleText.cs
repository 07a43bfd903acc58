using CrimeAudit.V1;

namespace AuditCli.Support;

/// <summary>What people are told of a sending system that is silent.</summary>
internal static class StaleText
{
    /// <summary>The lines for the silent ones of some systems.</summary>
    /// <param name="prefix">Before the name of each: <c>kent/</c>.</param>
    /// <param name="sources">The systems.</param>
    public static IEnumerable<string> Of(string prefix, IEnumerable<SourceFreshness> sources) => sources.Where(s => s.Stale)
        .Select(s => Of(prefix + s.SourceSystem, $"at {TimeText.Minute(s.LastAcceptedTime)}"));

    /// <summary>One line.</summary>
    /// <param name="system">The system.</param>
    /// <param name="heard">When it was last heard of.</param>
    public static string Of(string system, string heard) =>
        $"STALE: {system} was last heard of {heard}; what it recorded since may be missing here.";
}
