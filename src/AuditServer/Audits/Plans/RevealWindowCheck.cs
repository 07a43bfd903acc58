using AuditServer.Errors;
using CrimeAudit.V1;
using Google.Protobuf.WellKnownTypes;

namespace AuditServer.Audits.Plans;

/// <summary>Checks how long secrets may take to be revealed after the freeze, and fills it in.</summary>
internal static class RevealWindowCheck
{
    private const int UsualDays = 7;
    private const int LongestDays = 90;

    public static void Check(AuditPlan plan, Violations violations)
    {
        violations.WholeDays("reveal_window", plan.RevealWindow, LongestDays);
        if (plan.RevealWindow is not null && plan.SeedSource == SeedSource.Witnessed)
        {
            violations.Add("reveal_window", "is only for commit–reveal; a witnessed seed has no secret to reveal");
        }
    }

    /// <summary>Says the default in a plan that leaves it out. A witnessed seed is withheld from nobody who could know the sample.</summary>
    public static void FillIn(AuditPlan plan)
    {
        if (plan.SeedSource == SeedSource.CommitReveal)
        {
            plan.RevealWindow ??= Duration.FromTimeSpan(TimeSpan.FromDays(UsualDays));
        }
    }
}
