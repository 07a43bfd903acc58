using AuditCore.Recording;
using AuditServer.Sequencing;
using CrimeAudit.V1;
using Google.Protobuf.WellKnownTypes;

namespace AuditServer.Incidents.Watching;

/// <summary>An incident at each point of its history. Asked in the order of the log, so each state is folded once.</summary>
/// <param name="name">Its name.</param>
/// <param name="known">It, with what was told of it before all that is asked for.</param>
/// <param name="reference">What the fold needs.</param>
internal sealed class WatchedIncident(IncidentName name, KnownIncident known, IRecordingReference reference)
{
    private readonly List<LoggedUpdate> told = [.. known.Updates.Select(u => u.ToLogged())];
    private IncidentState? last;

    /// <summary>What an entry told, and made of the incident; nothing was before its first one.</summary>
    /// <param name="stored">The entry, the next one that tells of the incident.</param>
    /// <param name="update">What it holds.</param>
    public ToldUpdate Tell(StoredUpdate stored, IncidentUpdate update)
    {
        Func<IncidentState>? before = Before();
        told.Add(new LoggedUpdate(stored.Index, Micros.ToTime(stored.AcceptedMicros), update));
        IncidentState after = last = IncidentFold.Of(told, reference);
        return new ToldUpdate(Message(stored, update, after), after, before);
    }

    private Func<IncidentState>? Before()
    {
        if (last is { } folded)
        {
            return () => folded;
        }

        LoggedUpdate[] earlier = [.. told];
        return earlier.Length == 0 ? null : () => IncidentFold.Of(earlier, reference);
    }

    private WatchedEntry Message(StoredUpdate stored, IncidentUpdate update, IncidentState incident)
    {
        var message = new WatchedEntry
        {
            EntryIndex = stored.Index,
            AcceptedTime = Micros.ToTime(stored.AcceptedMicros).ToTimestamp(),
            Update = update,
            Incident = incident.ToSummary(name, known.IncidentId),
        };
        if (stored.RedactedBy is { } redaction)
        {
            message.RedactedBy = redaction;
        }

        return message;
    }
}
