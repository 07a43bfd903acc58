namespace AuditServer.Overdue.Watching;

/// <summary>A change of a list of overdue crimes.</summary>
/// <param name="Kind">What became of the crime.</param>
/// <param name="Crime">The crime; of one that is resolved, as it was listed.</param>
/// <param name="By">By what it was resolved; null when it was not.</param>
internal sealed record OverdueChange(OverdueChangeKind Kind, OverdueRow Crime, OverdueResolution? By = null);
