namespace AuditServer.Overdue.Watching;

/// <summary>Something that can change lists of overdue crimes: what it was like at one point, and at a later one.</summary>
/// <param name="Force">Slug of the force.</param>
/// <param name="From">The point before.</param>
/// <param name="To">The point after.</param>
internal abstract record OverdueEvent(string Force, WatchPoint From, WatchPoint To);
