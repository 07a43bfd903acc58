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
    /// <param name="snapshot">The moment of which it is told.</param>
    /// <param name="audit">The audit.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <exception cref="Fault">AUDIT_STATE.</exception>
    public static async ValueTask RequireAsync(IAuditSnapshot snapshot, AuditRecord audit, Caller caller, CancellationToken cancel)
    {
        if (audit.Document.State == AuditState.Final)
        {
            return;
        }

        if (ItemViewers.Of(caller) != ItemViewer.Whole || await snapshot.IsReviewerAsync(audit, caller.Subject, cancel))
        {
            throw Faults.AuditState(
                audit.Id,
                AuditTransitions.NameOf(audit.Document.State),
                "until it is FINAL only leads and admins who review nothing in it are told how it is judged");
        }
    }
}
