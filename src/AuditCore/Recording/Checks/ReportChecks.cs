using AuditCore.Recording.Rules;
using RuleVersion = AuditCore.Recording.Rules.RuleVersion;

namespace AuditCore.Recording.Checks;

/// <summary>Checks of the report itself.</summary>
internal static class ReportChecks
{
    public static void Add(IncidentState state, RuleVersion rules, List<Breach> found)
    {
        foreach (RecordingRule rule in rules.OfKind(RuleKind.ReferenceReused))
        {
            if (state.LatestReport.Instant() is { } latest && state.ReportedTime.Instant() is { } first && (latest - first).TotalHours > rule.Hours)
            {
                found.Add(new Breach(rule, rules.Name, "", ""));
            }
        }
    }
}
