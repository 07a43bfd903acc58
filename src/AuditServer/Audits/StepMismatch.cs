using AuditServer.Errors;

namespace AuditServer.Audits;

/// <summary>A step that says something else than what comes out of the audit: a log that was not written by this service.</summary>
internal static class StepMismatch
{
    public static Fault Of(AuditRecord audit, string said, string found) => Faults.AuditState(
        audit.Id, AuditTransitions.NameOf(audit.Document.State), $"the step says {said}, and what comes out is {found}");
}
