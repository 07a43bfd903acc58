using AuditCore.Recording.Rules;
using CrimeAudit.V1;
using RuleSeverity = AuditCore.Recording.Rules.RuleSeverity;
using RuleVersion = AuditCore.Recording.Rules.RuleVersion;

namespace AuditServer.Reference;

/// <summary>The recording rules in the contract's words.</summary>
internal static class RuleVersionMessages
{
    public static CrimeAudit.V1.RuleVersion ToMessage(RuleVersion version) => new()
    {
        Name = version.Name,
        EffectiveFrom = ReferenceMessages.Day(version.EffectiveFrom),
        RecordingDeadlineHours = (int)version.RecordingDeadline.TotalHours,
        Paragraph = version.Deadline.Paragraph,
        Source = version.Source,
        Rules = { version.Rules.Select(ToMessage) },
        Presumptions = { version.Presumptions.Select(ToMessage) },
        Exclusions = { version.Exclusions.Select(ToMessage) },
    };

    public static CrimeAudit.V1.RuleSeverity ToMessage(this RuleSeverity severity) => severity switch
    {
        RuleSeverity.Low => CrimeAudit.V1.RuleSeverity.Low,
        RuleSeverity.Medium => CrimeAudit.V1.RuleSeverity.Medium,
        _ => CrimeAudit.V1.RuleSeverity.High,
    };

    private static RuleText ToMessage(RecordingRule rule) => new()
    {
        Id = rule.Id,
        Title = rule.Title,
        Severity = rule.Severity.ToMessage(),
        Remedy = rule.Remedy,
        Paragraph = rule.Citation.Paragraph,
        Text = rule.Citation.Text,
    };

    private static PresumptionText ToMessage(Presumption presumption) => new()
    {
        Id = presumption.Id,
        Title = presumption.Title,
        Offence = presumption.Crime.Offence,
        AnyOf = { presumption.When.Select(ToMessage) },
        Paragraph = presumption.Citation.Paragraph,
        Text = presumption.Citation.Text,
    };

    /// <summary>Signs in a fixed order, so that the same rules are the same answer.</summary>
    private static PresumptionSigns ToMessage(PresumptionCondition condition) => new()
    {
        OpeningCodes = { condition.OpeningCodes.Order(StringComparer.Ordinal) },
        Qualifiers = { condition.Qualifiers.Order(StringComparer.Ordinal) },
        ReporterKinds = { condition.ReporterKinds.Order() },
    };

    private static ExclusionText ToMessage(ExclusionRule exclusion) => new()
    {
        Id = exclusion.Id,
        Reason = exclusion.Reason,
        Title = exclusion.Title,
        Paragraph = exclusion.Citation.Paragraph,
        Text = exclusion.Citation.Text,
    };
}
