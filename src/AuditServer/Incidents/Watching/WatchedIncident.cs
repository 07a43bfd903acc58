using AuditCore.Recording;
using AuditServer.Sequencing;
using CrimeAudit.V1;
using Google.Protobuf.WellKnownTypes;

namespace AuditServer.Incidents.Watching;

/// <summary>An incident at each point of its history. Asked in the order of the log, so each state is folded once.</summary>
internal sealed class WatchedIncident(IncidentName name, KnownIncident known, IRecordingReference reference)
{
    private readonly List<LoggedUpdate> read = [];
    private IncidentState? last;

    /// <summary>What an entry told, and made of the incident; nothing was before its first one.</summary>
    /// <param name="stored">The entry. Later ones are asked for after earlier ones.</param>
    /// <param name="update">What it holds.</param>
    public ToldUpdate Tell(StoredUpdate stored, IncidentUpdate update)
    {
        IncidentState? before = ReadTo(stored.Index) ? last : null;
        LoggedUpdate[] earlier = [.. read];
        read.Add(new LoggedUpdate(stored.Index, Micros.ToTime(stored.AcceptedMicros), update));
        IncidentState after = last = IncidentFold.Of(read, reference);
        return new ToldUpdate(
            Message(stored, update, after),
            after,
            earlier.Length == 0 ? null : () => before ?? IncidentFold.Of(earlier, reference));
    }

    /// <summary>Reads what was told of the incident before an entry; what comes after it is not looked at.</summary>
    /// <returns>Whether that was all told by the one before.</returns>
    private bool ReadTo(long index)
    {
        int had = read.Count;
        while (known.Updates[read.Count].Index < index)
        {
            read.Add(known.Updates[read.Count].ToLogged());
        }

        return known.Updates[read.Count].Index == index
            ? read.Count == had
            : throw new InvalidOperationException($"Entry {index} is not in the history of the incident of which it tells.");
    }

    private WatchedEntry Message(StoredUpdate stored, IncidentUpdate update, IncidentState incident)
    {
        var told = new WatchedEntry
        {
            EntryIndex = stored.Index,
            AcceptedTime = Micros.ToTime(stored.AcceptedMicros).ToTimestamp(),
            Update = update,
            Incident = incident.ToSummary(name, known.IncidentId),
        };
        if (stored.RedactedBy is { } redaction)
        {
            told.RedactedBy = redaction;
        }

        return told;
    }
}
