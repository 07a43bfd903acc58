using AuditServer.Audits.Plans;
using AuditServer.Errors;
using AuditServer.Incidents.Intake;
using CrimeAudit.V1;

namespace AuditServer.Audits.Reviews;

/// <summary>Checks what was found of a cancelled crime or an N100: the code that applies is said where it is another, and only there.</summary>
internal static class RecordFindingCheck
{
    public static void Check(CancellationFound found, Violations violations)
    {
        CheckShared(found.Verdict, found.RuleParagraph, found.Rationale, found.VictimInformed, violations);
        violations.Defined("decided_by_entitled", found.DecidedByEntitled, zeroAllowed: true);
        bool another = found.Verdict == RecordVerdict.RightUnderAnotherCode;
        violations.Defined("right_reason", found.RightReason, zeroAllowed: !another);
        if (!another && found.RightReason != CancellationReason.Unspecified)
        {
            violations.Add("right_reason", "says that another code applies, and the verdict says no such thing");
        }
    }

    public static void Check(ClassificationFound found, Violations violations)
    {
        CheckShared(found.Verdict, found.RuleParagraph, found.Rationale, found.VictimInformed, violations);
        if (found.Verdict == RecordVerdict.RightUnderAnotherCode)
        {
            if (!RecordFilterCheck.IsN100(found.RightCode))
            {
                violations.Add("right_code", found.RightCode.Length == 0 ? "is missing" : $"'{found.RightCode}' is no code of an N100; 100/01 is one");
            }
        }
        else if (found.RightCode.Length > 0)
        {
            violations.Add("right_code", "says that another code applies, and the verdict says no such thing");
        }

        if (found.Verdict == RecordVerdict.Wrong)
        {
            violations.Offence(found.Offence);
        }
        else if (found.Offence is not null)
        {
            violations.Add("offence", "says which crime should have been recorded, and the verdict says no such thing");
        }
    }

    private static void CheckShared(RecordVerdict verdict, string paragraph, string rationale, Evidence victimInformed, Violations violations)
    {
        violations.Defined("verdict", verdict, zeroAllowed: false);
        violations.Text("rule_paragraph", paragraph, 1, ReviewCheck.LongestParagraph);
        violations.Text("rationale", rationale, verdict == RecordVerdict.Right ? 0 : 1, ReviewCheck.LongestRationale);
        violations.Defined("victim_informed", victimInformed, zeroAllowed: false);
    }
}
