using AuditCore.Recording;
using AuditServer.Sequencing;
using CrimeAudit.V1;

namespace AuditServer.Incidents;

/// <summary>An incident inside a turn: what the log held of it, and what the turn adds.</summary>
internal sealed class TouchedIncident
{
    private readonly IRecordingReference reference;
    private readonly List<LoggedUpdate> updates;
    private readonly int older;
    private long? incidentId;
    private IncidentState? state;

    public TouchedIncident(KnownIncident? known, IRecordingReference reference)
    {
        this.reference = reference;
        incidentId = known?.IncidentId;
        updates = known is null ? [] : [.. known.Updates.Select(u => u.ToLogged())];
        older = updates.Count;
    }

    /// <summary>The turn added something.</summary>
    public bool Changed => updates.Count > older;

    /// <summary>The incident's id: the index of its first entry.</summary>
    public long IdFor(long nextIndex) => incidentId ??= nextIndex;

    public void Add(LoggedUpdate update) => updates.Add(update);

    /// <summary>The state with what the turn added.</summary>
    public IncidentState State() => state ??= IncidentFold.Of(updates, reference);

    /// <summary>The derived row, and the change of the live counts added to <paramref name="counts"/>.</summary>
    public IncidentRow Row(IncidentName name, RollupChanges counts)
    {
        IncidentState? before = older == 0 ? null : IncidentFold.Of(updates[..older], reference);
        if (before is not null)
        {
            counts.Add(name.Force, before, -1);
        }

        counts.Add(name.Force, State(), +1);
        return IncidentRow.Of(incidentId!.Value, name, State(), before, reference);
    }
}
