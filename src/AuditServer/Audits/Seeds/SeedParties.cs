using AuditServer.Errors;
using AuditServer.Security;
using CrimeAudit.V1;

namespace AuditServer.Audits.Seeds;

/// <summary>
/// As whom a caller commits or reveals: by the credential's role, and never as both. One person with both secrets could
/// choose the seed, and then the commitments would prove nothing.
/// </summary>
internal static class SeedParties
{
    /// <param name="caller">Who calls; permitted for the audit's force.</param>
    /// <param name="audit">The audit.</param>
    /// <param name="steps">Its steps so far.</param>
    /// <param name="leadDone">The lead has taken the step asked for.</param>
    /// <param name="forceDone">The force has.</param>
    /// <exception cref="Fault">FORCE_NOT_PERMITTED: the caller stands for the other party.</exception>
    public static SeedParty Of(Caller caller, Audit audit, IReadOnlyList<LoggedStep> steps, bool leadDone, bool forceDone)
    {
        bool asLead = caller.Is(Role.Lead);
        bool asForce = caller.Is(Role.Registrar) && caller.SpeaksFor(audit.Plan.Force);
        bool wasLead = steps.Any(s => s.Event.Actor == caller.Subject && IsOfLead(s.Event));
        bool wasForce = steps.Any(s => s.Event.Actor == caller.Subject && IsOfForce(s.Event));
        SeedParty party = !asForce ? SeedParty.Lead
            : !asLead ? SeedParty.Force
            : wasForce ? SeedParty.Force
            : wasLead || !leadDone ? SeedParty.Lead
            : SeedParty.Force;
        bool done = party == SeedParty.Lead ? leadDone : forceDone;
        bool wasOther = party == SeedParty.Lead ? wasForce : wasLead;
        return wasOther || (done && asLead && asForce && (wasLead || wasForce))
            ? throw Faults.ForceNotPermitted(
                $"'{caller.Subject}' stands for one party of the seed of audit '{audit.AuditId}' and cannot be the other too.")
            : party;
    }

    private static bool IsOfLead(AuditEvent step) =>
        step.StepCase is AuditEvent.StepOneofCase.LeadCommitted or AuditEvent.StepOneofCase.LeadRevealed;

    private static bool IsOfForce(AuditEvent step) =>
        step.StepCase is AuditEvent.StepOneofCase.ForceCommitted or AuditEvent.StepOneofCase.ForceRevealed;
}
