namespace AuditServer.Overdue.Watching;

/// <summary>What became of a crime in a list.</summary>
internal enum OverdueChangeKind
{
    /// <summary>It came in otherwise than by its deadline passing, or what is said of it changed.</summary>
    Listed,

    /// <summary>Its deadline passed while it was known.</summary>
    Passed,

    /// <summary>It is in the list no more.</summary>
    Resolved,
}
