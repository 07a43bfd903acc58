using AuditCore.Recording;

namespace AuditServer.Incidents.Watching;

/// <summary>An incident at each point of its history. Asked in the order of the log, so each state is folded once.</summary>
internal sealed class WatchedIncident
{
    private readonly IncidentName name;
    private readonly long incidentId;
    private readonly LoggedUpdate[] updates;
    private readonly IRecordingReference reference;
    private (int Updates, IncidentRow Row)? folded;

    public WatchedIncident(IncidentName name, KnownIncident known, IRecordingReference reference)
    {
        this.name = name;
        this.reference = reference;
        incidentId = known.IncidentId;
        updates = [.. known.Updates.Select(u => u.ToLogged())];
    }

    /// <summary>What an entry made of the incident; nothing was before its first one.</summary>
    public (IncidentRow? Before, IncidentRow After) At(long entryIndex)
    {
        int position = Array.FindIndex(updates, u => u.Index == entryIndex);
        return (position == 0 ? null : After(position), After(position + 1));
    }

    private IncidentRow After(int count)
    {
        if (folded is { } known && known.Updates == count)
        {
            return known.Row;
        }

        IncidentRow row = IncidentRow.Of(incidentId, name, IncidentFold.Of(updates[..count], reference), before: null, reference);
        folded = (count, row);
        return row;
    }
}
