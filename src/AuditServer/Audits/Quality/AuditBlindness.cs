using AuditServer.Audits.Reviews;
using AuditServer.Errors;
using AuditServer.Security;
using CrimeAudit.V1;

namespace AuditServer.Audits.Quality;

/// <summary>Who may read what tells how reviewers judge while they still do.</summary>
internal static class AuditBlindness
{
    /// <summary>
    /// Throws unless the audit is FINAL, or the caller sees it whole: a lead or an admin to whom none of its reports is given. What is
    /// told of others' judgement must not reach those who judge, nor the force before it is told of a finding.
    /// </summary>
    /// <param name="audit">The audit.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="reviewers">To whom any of its reports is given.</param>
    /// <exception cref="Fault">AUDIT_STATE.</exception>
    public static void Require(Audit audit, Caller caller, IReadOnlySet<string> reviewers)
    {
        if (audit.State == AuditState.Final)
        {
            return;
        }

        if (ItemViewers.Of(caller) != ItemViewer.Whole || reviewers.Contains(caller.Subject))
        {
            throw Faults.AuditState(
                audit.AuditId,
                AuditTransitions.NameOf(audit.State),
                "until it is FINAL only leads and admins who review nothing in it are told how it is judged");
        }
    }
}
