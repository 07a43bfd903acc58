using AuditServer.Security;

namespace AuditServer.Audits.Reviews;

/// <summary>As whom somebody looks at items.</summary>
internal enum ItemViewer
{
    /// <summary>A lead or admin: everything.</summary>
    Whole,

    /// <summary>An auditor: what is given to the auditor, blind.</summary>
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
    public static ItemSelection SelectionOf(ItemViewer viewer, Caller caller) => viewer switch
    {
        ItemViewer.Whole => default,
        ItemViewer.Auditor => new ItemSelection(caller.Subject, ToldToForce: false),
        _ => new ItemSelection(null, ToldToForce: true),
    };
}
