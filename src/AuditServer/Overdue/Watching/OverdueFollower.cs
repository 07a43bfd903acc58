namespace AuditServer.Overdue.Watching;

/// <summary>
/// What one watch makes of events. The list was read beside them, at a point of its own: until they have reached it, what was
/// told decides what is new; from then on each event says by itself what it changes, and nothing is kept.
/// </summary>
/// <param name="filter">What the watch lists.</param>
/// <param name="list">The crimes listed.</param>
/// <param name="listed">Of when the list is.</param>
internal sealed class OverdueFollower(OverdueFilter filter, IEnumerable<OverdueRow> list, WatchPoint listed)
{
    private Dictionary<long, Dictionary<string, OverdueRow>>? told = list.GroupBy(c => c.IncidentId).ToDictionary(g => g.Key, ByRef);

    /// <summary>Of when the list is.</summary>
    public WatchPoint Listed => listed;

    /// <summary>The changes that an event makes.</summary>
    public IReadOnlyList<OverdueChange> Take(OverdueEvent happened)
    {
        if (happened.From.Reaches(listed))
        {
            told = null;
        }

        // Deadlines that passed before the list was read are in it.
        long from = Math.Max(happened.From.Micros, listed.Micros);
        long until = Math.Max(happened.To.Micros, listed.Micros);
        return happened switch
        {
            IncidentTold incident => Take(incident, from, until),
            DeadlineNeared deadline => Take(deadline.Crime, from, until),
            _ => throw new ArgumentOutOfRangeException(nameof(happened)),
        };
    }

    private List<OverdueChange> Take(IncidentTold incident, long from, long until)
    {
        Dictionary<string, OverdueRow> before = Before(incident, from);
        Dictionary<string, OverdueRow> after = ByRef(incident.After.Where(c => filter.StageOf(c, until) != OverdueStage.Unlisted));
        var changes = new List<OverdueChange>();
        foreach (OverdueRow crime in after.Values.OrderBy(c => c.Position))
        {
            OverdueRow? known = before.GetValueOrDefault(crime.AllegedRef);
            OverdueStage stage = known is null ? OverdueStage.Unlisted : filter.StageOf(known, from);
            if (Kind(stage, filter.StageOf(crime, until), incident.Late.Contains(crime.AllegedRef), crime != known) is { } kind)
            {
                changes.Add(new OverdueChange(kind, crime));
            }
        }

        changes.AddRange(before.Values.Where(c => !after.ContainsKey(c.AllegedRef)).OrderBy(c => c.Position).Select(c => new OverdueChange(
            OverdueChangeKind.Resolved, c, incident.Standing.GetValueOrDefault(c.AllegedRef, OverdueResolution.Gone))));
        if (told is not null)
        {
            told[incident.IncidentId] = after;
        }

        return changes;
    }

    private List<OverdueChange> Take(OverdueRow crime, long from, long until)
    {
        if (Kind(filter.StageOf(crime, from), filter.StageOf(crime, until), late: false, changed: false) is not { } kind)
        {
            return [];
        }

        if (told is not null)
        {
            told.TryAdd(crime.IncidentId, []);
            told[crime.IncidentId][crime.AllegedRef] = crime;
        }

        return [new OverdueChange(kind, crime)];
    }

    private Dictionary<string, OverdueRow> Before(IncidentTold incident, long from) => told is null
        ? ByRef(incident.Before.Where(c => filter.StageOf(c, from) != OverdueStage.Unlisted))
        : told.GetValueOrDefault(incident.IncidentId) ?? [];

    private static OverdueChangeKind? Kind(OverdueStage before, OverdueStage after, bool late, bool changed) => (before, after) switch
    {
        ( < OverdueStage.Overdue, OverdueStage.Overdue) => late ? OverdueChangeKind.Listed : OverdueChangeKind.Passed,
        (OverdueStage.Unlisted, OverdueStage.Due) => OverdueChangeKind.Listed,
        _ => changed ? OverdueChangeKind.Listed : null,
    };

    private static Dictionary<string, OverdueRow> ByRef(IEnumerable<OverdueRow> crimes) =>
        crimes.ToDictionary(c => c.AllegedRef, StringComparer.Ordinal);
}
