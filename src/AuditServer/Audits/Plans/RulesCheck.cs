using AuditCore.Recording.Rules;
using AuditServer.Errors;
using CrimeAudit.V1;
using RuleVersion = AuditCore.Recording.Rules.RuleVersion;

namespace AuditServer.Audits.Plans;

/// <summary>Checks under which rules an audit is held and what these leave out of its frame, and fills in what the plan leaves out.</summary>
internal static class RulesCheck
{
    private const int MostSystems = 20;
    private const int LongestSystem = 64;

    /// <summary>Names in the plan the version in force at the end of its window, and what that version leaves out.</summary>
    /// <param name="plan">A plan that was checked; it is changed.</param>
    public static void FillIn(AuditPlan plan)
    {
        RuleVersion version = plan.RuleVersion.Length == 0
            ? LastOf(RuleBook.Published.Versions, PlanWindow.Of(plan).Last)
            : RuleBook.Published.Versions.First(v => v.Name == plan.RuleVersion);
        plan.RuleVersion = version.Name;
        plan.Exclusions ??= new PlannedExclusions { Reasons = { version.Exclusions.Select(e => e.Reason).Order() } };
    }

    /// <param name="plan">The plan.</param>
    /// <param name="first">First day of its window; null when it is none.</param>
    /// <param name="last">Last day of its window; null when it is none.</param>
    /// <param name="violations">What is wrong.</param>
    public static void Check(AuditPlan plan, DateOnly? first, DateOnly? last, Violations violations)
    {
        CheckVersion(plan.RuleVersion, first, last, violations);
        CheckExclusions(plan, violations);
        CheckSystems(plan, violations);
    }

    private static void CheckVersion(string name, DateOnly? first, DateOnly? last, Violations violations)
    {
        if (name.Length == 0)
        {
            return;
        }

        IReadOnlyList<RuleVersion> versions = RuleBook.Published.Versions;
        int place = versions.Select(v => v.Name).ToList().IndexOf(name);
        if (place < 0)
        {
            violations.Add("rule_version", $"there is no version '{name}'; ListRuleVersions names them");
        }
        else if (versions[place].EffectiveFrom > last || (place + 1 < versions.Count && versions[place + 1].EffectiveFrom <= first))
        {
            violations.Add("rule_version", $"'{name}' was in force on no day of the window");
        }
    }

    /// <summary>What is left out for a reason that an audit judges (no notifiable crime, a victim who did not confirm) would be what it
    /// is to find.</summary>
    private static void CheckExclusions(AuditPlan plan, Violations violations)
    {
        HashSet<NotRecordedReason> allowed =
            [NotRecordedReason.Error, .. RuleBook.Published.Versions.SelectMany(v => v.Exclusions).Select(e => e.Reason)];
        var named = new HashSet<NotRecordedReason>();
        violations.Enter("exclusions");
        for (int i = 0; i < (plan.Exclusions?.Reasons.Count ?? 0); i++)
        {
            NotRecordedReason reason = plan.Exclusions!.Reasons[i];
            if (!allowed.Contains(reason))
            {
                violations.Add("reasons", i, $"is {reason}, which the audit is to judge; a frame leaves out only {string.Join(", ", allowed.Order())}");
            }
            else if (!named.Add(reason))
            {
                violations.Add("reasons", i, "is named before");
            }
        }

        violations.Leave();
    }

    private static void CheckSystems(AuditPlan plan, Violations violations)
    {
        violations.Number("public_protection_systems", plan.PublicProtectionSystems.Count, 0, MostSystems);
        for (int i = 0; i < plan.PublicProtectionSystems.Count; i++)
        {
            violations.Enter("public_protection_systems", i);
            violations.Text("", plan.PublicProtectionSystems[i], 1, LongestSystem);
            violations.Leave();
        }
    }

    private static RuleVersion LastOf(IReadOnlyList<RuleVersion> versions, DateOnly day) =>
        versions.Last(v => v.EffectiveFrom is null || v.EffectiveFrom <= day);
}
