using CrimeAudit.V1;

namespace AuditServer.Audits;

/// <summary>Kinds of steps: of the audit up to its draw, of the audit after it, and of one item.</summary>
internal static class AuditEvents
{
    /// <summary>Whether a step leads from the plan to the draw.</summary>
    public static bool IsOfCourse(AuditEvent step) => step.StepCase is AuditEvent.StepOneofCase.Planned
        or AuditEvent.StepOneofCase.LeadCommitted or AuditEvent.StepOneofCase.ForceCommitted or AuditEvent.StepOneofCase.Frozen
        or AuditEvent.StepOneofCase.LeadRevealed or AuditEvent.StepOneofCase.ForceRevealed or AuditEvent.StepOneofCase.Drawn;

    /// <summary>What a step does to the audit that an item is of.</summary>
    public static AuditStep StepOf(AuditEvent step) => step.StepCase switch
    {
        AuditEvent.StepOneofCase.Reviewed => AuditStep.Review,
        AuditEvent.StepOneofCase.Unavailable => AuditStep.ReportUnavailable,
        AuditEvent.StepOneofCase.Answered => AuditStep.Respond,
        AuditEvent.StepOneofCase.Reconsidered => AuditStep.Reconsider,
        AuditEvent.StepOneofCase.Arbitrated => AuditStep.Arbitrate,
        AuditEvent.StepOneofCase.Reopened => AuditStep.Reopen,
        _ => throw new InvalidOperationException($"{step.StepCase} is no step of an item."),
    };
}
