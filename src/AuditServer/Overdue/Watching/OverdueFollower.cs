namespace AuditServer.Overdue.Watching;

/// <summary>
/// What one watch makes of events. The list was read beside them, at a point of its own: until they have reached it, what was
/// told decides what is new; from then on each event says by itself what it changes, and nothing is kept.
/// </summary>
/// <param name="filter">What the watch lists.</param>
/// <param name="list">The crimes listed.</param>
/// <param name="listed">Of when the list is.</param>
/// <param name="cutAfter">The last place in a list that had room for no more; null: all crimes are in it.</param>
internal sealed class OverdueFollower(OverdueFilter filter, IEnumerable<OverdueRow> list, WatchPoint listed, OverduePosition? cutAfter)
{
    private readonly HashSet<long> wholly = [];
    private Dictionary<long, Dictionary<string, OverdueRow>>? told = list.GroupBy(c => c.IncidentId).ToDictionary(g => g.Key, ByRef);

    /// <summary>Of when the list is.</summary>
    public WatchPoint Listed => listed;

    /// <summary>The changes that an event makes. A deadline that was past when the list was read does not pass any more.</summary>
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
            FreshnessChanged => [],
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
            bool late = crime.DeadlineMicros < listed.Micros || incident.Late.Contains(crime.AllegedRef);
            if (Kind(stage, filter.StageOf(crime, until), late, crime != known) is { } kind)
            {
                changes.Add(new OverdueChange(kind, crime));
            }
        }

        changes.AddRange(before.Values.Where(c => !after.ContainsKey(c.AllegedRef)).OrderBy(c => c.Position).Select(c => new OverdueChange(
            OverdueChangeKind.Resolved, c, incident.Standing.GetValueOrDefault(c.AllegedRef, OverdueResolution.Gone))));
        if (told is not null)
        {
            told[incident.IncidentId] = after;
            wholly.Add(incident.IncidentId);
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

    private Dictionary<string, OverdueRow> Before(IncidentTold incident, long from)
    {
        IEnumerable<OverdueRow> before = incident.Before.Where(c => filter.StageOf(c, from) != OverdueStage.Unlisted);
        if (told is null)
        {
            return ByRef(before);
        }

        Dictionary<string, OverdueRow> known = new(told.GetValueOrDefault(incident.IncidentId) ?? [], StringComparer.Ordinal);
        if (cutAfter is { } cut && !wholly.Contains(incident.IncidentId))
        {
            // There was no room in the list for these, so that they are not in it says nothing.
            foreach (OverdueRow crime in before.Where(c => c.Position.CompareTo(cut) > 0))
            {
                known.TryAdd(crime.AllegedRef, crime);
            }
        }

        return known;
    }

    private static OverdueChangeKind? Kind(OverdueStage before, OverdueStage after, bool late, bool changed) => (before, after) switch
    {
        ( < OverdueStage.Overdue, OverdueStage.Overdue) => late ? OverdueChangeKind.Listed : OverdueChangeKind.Passed,
        (OverdueStage.Unlisted, OverdueStage.Due) => OverdueChangeKind.Listed,
        _ => changed ? OverdueChangeKind.Listed : null,
    };

    private static Dictionary<string, OverdueRow> ByRef(IEnumerable<OverdueRow> crimes) =>
        crimes.ToDictionary(c => c.AllegedRef, StringComparer.Ordinal);
}
