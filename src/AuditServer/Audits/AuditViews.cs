using AuditServer.Audits.Reviews;
using AuditServer.Security;
using CrimeAudit.V1;

namespace AuditServer.Audits;

/// <summary>
/// An audit as somebody may see it. Until it is FINAL, where its items stand is for leads and admins who review none of them: auditors
/// could learn from it how others judge, and the force what it has not been told (decision 0033).
/// </summary>
internal static class AuditViews
{
    /// <summary>The audit, without its progress where that one may not know it.</summary>
    public static async ValueTask<Audit> ShownAsync(this IAuditSnapshot snapshot, AuditRecord audit, Caller caller, CancellationToken cancel) =>
        audit.Document.State == AuditState.Final || (ItemViewers.Of(caller) == ItemViewer.Whole && !await ReviewsAsync(snapshot, audit, caller, cancel))
            ? audit.Document
            : WithoutProgress(audit.Document);

    private static async ValueTask<bool> ReviewsAsync(IAuditSnapshot snapshot, AuditRecord audit, Caller caller, CancellationToken cancel) =>
        audit.Document.State == AuditState.Drawn && await snapshot.IsReviewerAsync(audit, caller.Subject, cancel);

    private static Audit WithoutProgress(Audit audit)
    {
        Audit shown = audit.Clone();
        shown.ItemSteps = 0;
        foreach (FrameStratum stratum in shown.Strata)
        {
            stratum.Progress = null;
        }

        return shown;
    }
}
