using AuditCore.Recording;
using AuditServer.Errors;
using AuditServer.Sequencing;

namespace AuditServer.Incidents;

/// <summary>An update inside a turn: new, or a replay of an entry, or refused.</summary>
internal sealed class PlacedUpdate(UpdateWork work, int position)
{
    private long index;
    private long acceptedMicros;
    private PlacedUpdate? firstInTurn;
    private long? redactedBy;

    public UpdateWork Work => work;

    public AcceptedUpdate Update => work.Updates[position];

    /// <summary>It is to be appended.</summary>
    public bool IsNew { get; private set; }

    /// <summary>Why it is refused.</summary>
    public Fault? Refusal { get; set; }

    public int Position => position;

    /// <summary>Its incident is asked for: it was accepted, and not erased since. The log knows no incident by an erased name.</summary>
    public bool WantsState => work.WantStates && Refusal is null && redactedBy is null;

    /// <summary>When its entry was accepted, µs since 1970 UTC; known once it is placed.</summary>
    public long AcceptedMicros => firstInTurn?.acceptedMicros ?? acceptedMicros;

    public void BeNew() => IsNew = true;

    public void BeReplayOf(KnownEntry entry) =>
        (index, acceptedMicros, redactedBy) = (entry.Index, entry.AcceptedMicros, entry.RedactedBy);

    /// <summary>The same request stands earlier in the same turn.</summary>
    public void BeReplayOf(PlacedUpdate earlier) => firstInTurn = earlier;

    /// <summary>Whether the earlier update holds the same bytes.</summary>
    public bool SameAs(byte[] stored) => Update.Stored.AsSpan().SequenceEqual(stored);

    public void AppendTo(Turn turn, TouchedIncident incident)
    {
        Entry entry = turn.Append(EntryKind.Incident, Update.Key, Update.Stored, incident.IdFor(turn.NextIndex), Update.Seal);
        (index, acceptedMicros) = (entry.Index, entry.AcceptedMicros);
        incident.Add(new LoggedUpdate(entry.Index, Micros.ToTime(entry.AcceptedMicros), Update.Message));
    }

    public void Report(IncidentState? state) => work.Outcomes[position] = Refusal is not null
        ? new UpdateOutcome { Refusal = Refusal }
        : new UpdateOutcome
        {
            Index = firstInTurn?.index ?? index,
            AcceptedMicros = AcceptedMicros,
            Replayed = !IsNew,
            RedactedBy = redactedBy,
            State = state,
        };
}
