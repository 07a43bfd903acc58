using AuditServer.Security;
using CrimeAudit.V1;

namespace AuditServer.Audits.Reviews;

/// <summary>As whom somebody looks at items.</summary>
internal enum ItemViewer
{
    /// <summary>A lead or admin: everything.</summary>
    Whole,

    /// <summary>An auditor: what is given to the auditor, blind; an arbitrator of the plan: what is to be arbitrated.</summary>
    Auditor,

    /// <summary>A registrar: what the force was told.</summary>
    Force,
}

/// <summary>Reads from a credential as whom somebody looks.</summary>
internal static class ItemViewers
{
    public static ItemViewer Of(Caller caller) =>
        caller.Is(Role.Lead) || caller.Is(Role.Admin) ? ItemViewer.Whole
        : caller.Is(Role.Auditor) ? ItemViewer.Auditor
        : ItemViewer.Force;

    /// <summary>Which items that one may see.</summary>
    public static ItemSelection SelectionOf(ItemViewer viewer, Audit audit, Caller caller) => viewer switch
    {
        ItemViewer.Whole => default,
        ItemViewer.Auditor => new ItemSelection(caller.Subject, ToldToForce: false, Arbitrates(audit, caller.Subject)),
        _ => new ItemSelection(null, ToldToForce: true),
    };

    /// <summary>Whether that one may see an item; the same items as are listed.</summary>
    public static bool MaySee(this ItemSelection selection, SampleItemRow item) =>
        (selection.Reviewer is not { } subject || item.IsGivenTo(subject) || (selection.ToArbitrate && IsToArbitrate(item))) &&
        (item.Told || !selection.ToldToForce);

    /// <summary>Whether the plan names somebody as an arbitrator.</summary>
    public static bool Arbitrates(Audit audit, string subject) => audit.Plan.ReviewPolicy?.Arbitrators.Contains(subject) ?? false;

    /// <summary>Whether an arbitration is due.</summary>
    public static bool IsToArbitrate(SampleItemRow item) => item.State is ItemState.Split or ItemState.InArbitration;
}
