using AuditServer.Rates;

namespace AuditServer.Overdue.Watching;

/// <summary>A sending system of a force fell silent for too long, speaks again, or was heard of for the first time.</summary>
/// <param name="Force">Slug of the force.</param>
/// <param name="Sources">When each of its systems was last heard of.</param>
/// <param name="From">The point before.</param>
/// <param name="To">The point after.</param>
internal sealed record FreshnessChanged(string Force, IReadOnlyList<SourceRow> Sources, WatchPoint From, WatchPoint To)
    : OverdueEvent(Force, From, To);
