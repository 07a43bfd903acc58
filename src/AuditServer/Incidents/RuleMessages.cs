using AuditCore.Recording;
using AuditServer.Reference;

namespace AuditServer.Incidents;

/// <summary>What the rules say about an incident, in the contract's words.</summary>
internal static class RuleMessages
{
    public static CrimeAudit.V1.Breach ToMessage(Breach breach) => new()
    {
        Rule = breach.Rule.Id,
        RuleVersion = breach.Version,
        Paragraph = breach.Rule.Citation.Paragraph,
        Severity = breach.Rule.Severity.ToMessage(),
        Title = breach.Rule.Title,
        Remedy = breach.Rule.Remedy,
        AllegedRef = breach.AllegedRef,
        CrimeRef = breach.CrimeRef,
    };

    public static CrimeAudit.V1.Exclusion ToMessage(Exclusion exclusion) => new()
    {
        AllegedRef = exclusion.AllegedRef,
        Reason = exclusion.Rule.Reason,
        Rule = exclusion.Rule.Id,
        RuleVersion = exclusion.Version,
        Paragraph = exclusion.Rule.Citation.Paragraph,
    };
}
