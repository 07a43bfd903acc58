namespace AuditServer.Overdue.Watching;

/// <summary>The log grew by updates of an incident.</summary>
/// <param name="Force">Slug of the force.</param>
/// <param name="From">The point before.</param>
/// <param name="To">The point after.</param>
internal sealed record IncidentTold(string Force, WatchPoint From, WatchPoint To) : OverdueEvent(Force, From, To)
{
    public required long IncidentId { get; init; }

    /// <summary>Its open crimes with a deadline, before.</summary>
    public required IReadOnlyList<OverdueRow> Before { get; init; }

    /// <summary>Its open crimes with a deadline, after.</summary>
    public required IReadOnlyList<OverdueRow> After { get; init; }

    /// <summary>References of those that became known, or open again, when their deadline had passed already.</summary>
    public required IReadOnlySet<string> Late { get; init; }

    /// <summary>How each of its crimes stands after.</summary>
    public required IReadOnlyDictionary<string, OverdueResolution> Standing { get; init; }
}
