using AuditCore.Recording;
using AuditServer.Incidents;
using AuditServer.Sequencing;

namespace AuditServer.Overdue.Watching;

/// <summary>What updates change about the open crimes of their incident: its history is folded without them, and with them.</summary>
internal sealed class OverdueHistories(IRecordingReference reference)
{
    /// <summary>What became of an incident between two points; null when that concerns no list.</summary>
    public IncidentTold? Tell(IncidentName name, KnownIncident known, WatchPoint from, WatchPoint to)
    {
        LoggedUpdate[] updates = [.. known.Updates.Where(u => u.Index < to.TreeSize).Select(u => u.ToLogged())];
        int earlier = updates.Count(u => u.Index < from.TreeSize);
        OverdueRow[] before = earlier == 0 ? [] : OpenOf(name, known.IncidentId, Fold(updates[..earlier]));
        IncidentState now = Fold(updates);
        OverdueRow[] after = OpenOf(name, known.IncidentId, now);

        // Of several updates a list may have been read between the first and the last: then the state in between matters too.
        if (updates.Length - earlier == 1 && before.SequenceEqual(after))
        {
            return null;
        }

        return new IncidentTold(name.Force, from, to)
        {
            IncidentId = known.IncidentId,
            Before = before,
            After = after,
            Late = after
                .Where(c => c.DeadlineMicros < to.Micros && !Holds(before, c))
                .Where(c => KnownMicros(name, updates, earlier, c) > c.DeadlineMicros)
                .Select(c => c.AllegedRef).ToHashSet(StringComparer.Ordinal),
            Standing = now.Crimes.ToDictionary(c => c.Alleged.AllegedRef, OverdueResolution.Of, StringComparer.Ordinal),
        };
    }

    /// <summary>An open crime as a beginning of the log has it; null where that does not tell of it, or not with this deadline.</summary>
    public OverdueRow? At(long size, OverdueRow crime, KnownIncident known)
    {
        LoggedUpdate[] updates = [.. known.Updates.Where(u => u.Index < size).Select(u => u.ToLogged())];
        return updates.Length switch
        {
            0 => null,
            _ when updates.Length == known.Updates.Count => crime,
            _ => Array.Find(OpenOf(crime.Name, crime.IncidentId, Fold(updates)), c => IsSame(c, crime)),
        };
    }

    /// <summary>When the log first told of a crime's being open with its deadline.</summary>
    private long KnownMicros(IncidentName name, LoggedUpdate[] updates, int earlier, OverdueRow crime)
    {
        int count = earlier + 1;
        while (count < updates.Length && !Holds(OpenOf(name, crime.IncidentId, Fold(updates[..count])), crime))
        {
            count++;
        }

        return Micros.Of(updates[count - 1].AcceptedAt);
    }

    private static bool Holds(OverdueRow[] crimes, OverdueRow crime) =>
        crimes.Any(c => IsSame(c, crime));

    private static bool IsSame(OverdueRow one, OverdueRow other) =>
        one.AllegedRef == other.AllegedRef && one.DeadlineMicros == other.DeadlineMicros;

    private IncidentState Fold(LoggedUpdate[] updates) => IncidentFold.Of(updates, reference);

    private OverdueRow[] OpenOf(IncidentName name, long incidentId, IncidentState state)
    {
        IncidentRow row = IncidentRow.Of(incidentId, name, state, before: null, reference);
        return [.. row.Open.Where(c => c.DeadlineMicros is not null).Select(c => OverdueRow.Of(row, c))];
    }
}
