using AuditCore.Recording;
using AuditServer.Sequencing;
using CrimeAudit.V1;

namespace AuditServer.Incidents;

/// <summary>An incident inside a turn: what the log held of it, and what the turn adds. The updates held are read when they are needed.</summary>
internal sealed class TouchedIncident(KnownIncident? known, IRecordingReference reference)
{
    private readonly List<LoggedUpdate> added = [];
    private long? incidentId = known?.IncidentId;
    private LoggedUpdate[]? older;
    private IncidentState? state;

    /// <summary>The turn added something.</summary>
    public bool Changed => added.Count > 0;

    private LoggedUpdate[] Older => older ??= known is null ? [] : [.. known.Updates.Select(u => u.ToLogged())];

    /// <summary>The incident's id: the index of its first entry.</summary>
    public long IdFor(long nextIndex) => incidentId ??= nextIndex;

    public void Add(LoggedUpdate update) => added.Add(update);

    /// <summary>The state with what the turn added.</summary>
    public IncidentState State() => state ??= IncidentFold.Of([.. Older, .. added], reference);

    /// <summary>The derived row, and the change of the live counts added to <paramref name="counts"/>.</summary>
    public IncidentRow Row(IncidentName name, RollupChanges counts)
    {
        IncidentState? before = Older.Length == 0 ? null : IncidentFold.Of(Older, reference);
        if (before is not null)
        {
            counts.Add(name.Force, before, -1);
        }

        counts.Add(name.Force, State(), +1);
        return IncidentRow.Of(incidentId!.Value, name, State(), before, reference);
    }
}
