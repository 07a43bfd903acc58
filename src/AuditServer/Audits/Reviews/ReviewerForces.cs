using AuditServer.Errors;
using AuditServer.Security;
using CrimeAudit.V1;

namespace AuditServer.Audits.Reviews;

/// <summary>Nobody reviews the own force, nor where the plan says that the own force conflicts with the audited one.</summary>
internal static class ReviewerForces
{
    /// <exception cref="Fault">FORCE_NOT_PERMITTED.</exception>
    public static void Require(Audit audit, string subject, IEnumerable<string> forces)
    {
        if (forces.FirstOrDefault(f => f == audit.Plan.Force || IsConflicting(audit, f)) is { } own)
        {
            throw Faults.ForceNotPermitted($"'{subject}' is of force '{own}' and has no hand in the reviews of audit '{audit.AuditId}'.");
        }
    }

    /// <summary>As <see cref="Require(Audit, string, IEnumerable{string})"/>, by what the credential says.</summary>
    /// <exception cref="Fault">FORCE_NOT_PERMITTED.</exception>
    public static void Require(Audit audit, Caller caller) => Require(audit, caller.Subject, caller.Forces);

    private static bool IsConflicting(Audit audit, string force) => audit.Plan.ReviewPolicy?.ConflictingForces.Contains(force) ?? false;
}
