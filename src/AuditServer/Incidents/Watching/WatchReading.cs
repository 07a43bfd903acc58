using AuditCore.Recording;
using AuditServer.Sequencing;
using CrimeAudit.V1;
using Google.Protobuf.WellKnownTypes;
using Microsoft.Extensions.Options;

namespace AuditServer.Incidents.Watching;

/// <summary>
/// Reads the log for watches, a page at a time: the updates, the histories of their incidents, and from these the state
/// that each incident had after each of its updates. Never from the derived tables, which know only the present.
/// </summary>
internal sealed class WatchReading(
    IWatchReads reads, IRecordingReference reference, WatchTurns turns, IOptions<WatchingOptions> options)
{
    private readonly int pageSize = options.Value.PageSize;

    /// <summary>A page from an index on, towards an end that the log has reached.</summary>
    public async Task<WatchPage> ReadAsync(WatchFilter filter, long from, long to, CancellationToken cancel)
    {
        (IReadOnlyList<StoredUpdate> updates, IReadOnlyDictionary<IncidentName, KnownIncident> incidents) =
            await turns.TakeAsync(() => ReadAsync(new WatchRange(filter.Force, from, to, pageSize), cancel), cancel);
        var histories = incidents.ToDictionary(i => i.Key, i => new WatchedIncident(i.Key, i.Value, reference));
        var entries = new List<WatchedEntry>();
        foreach (StoredUpdate update in updates)
        {
            IncidentUpdate message = IncidentUpdate.Parser.ParseFrom(update.Payload);
            (IncidentRow? before, IncidentRow after) = histories[NameOf(message)].At(update.Index);
            if (filter.Meets(after) || (before is not null && filter.Meets(before)))
            {
                entries.Add(Tell(update, message, after));
            }
        }

        return new WatchPage(entries, updates.Count < pageSize ? to : updates[^1].Index + 1);
    }

    private async Task<(IReadOnlyList<StoredUpdate>, IReadOnlyDictionary<IncidentName, KnownIncident>)> ReadAsync(
        WatchRange range, CancellationToken cancel)
    {
        IReadOnlyList<StoredUpdate> updates = await reads.ReadUpdatesAsync(range, cancel);
        HashSet<IncidentName> names = [.. updates.Select(u => NameOf(IncidentUpdate.Parser.ParseFrom(u.Payload)))];
        return (updates, await reads.ReadIncidentsAsync(names, cancel));
    }

    private static IncidentName NameOf(IncidentUpdate update) =>
        new(update.Sender.Force, update.Incident.SourceSystem, update.Incident.Ref);

    private static WatchedEntry Tell(StoredUpdate stored, IncidentUpdate update, IncidentRow incident) => new()
    {
        EntryIndex = stored.Index,
        AcceptedTime = Micros.ToTime(stored.AcceptedMicros).ToTimestamp(),
        Update = update,
        Incident = incident.ToSummary(),
    };
}
