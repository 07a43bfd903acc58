using AuditCore.Recording;
using CrimeAudit.V1;
using Microsoft.Extensions.Options;

namespace AuditServer.Incidents.Watching;

/// <summary>
/// Reads the log for watches, a page at a time: the updates, the histories of their incidents before the page, and from these the state
/// that each incident had after each of its updates. Never from the derived tables, which know only the present.
/// </summary>
internal sealed class WatchReading(
    IWatchReads reads, IRecordingReference reference, WatchTurns turns, IOptions<WatchingOptions> options, TimeProvider clock)
{
    // Updates and incidents are read one after the other: an incident that is erased in between is not found under the name read before.
    private const int MostReadings = 5;

    private readonly int pageSize = options.Value.PageSize;
    private readonly SharedPages pages = new(clock);

    /// <summary>A page from an index on, towards an end that the log has reached.</summary>
    public async Task<WatchPage> ReadAsync(WatchFilter filter, long from, long to, CancellationToken cancel)
    {
        IReadOnlyList<ToldUpdate> page = await pages.GetAsync(new WatchRange(filter.Force, from, to, pageSize), ToldAsync, cancel);
        return new WatchPage(
            [.. page.Where(u => u.Passes(filter)).Select(u => u.Entry)],
            page.Count < pageSize ? to : page[^1].Entry.EntryIndex + 1);
    }

    private async Task<IReadOnlyList<ToldUpdate>> ToldAsync(WatchRange range, CancellationToken cancel)
    {
        (IReadOnlyList<(StoredUpdate Stored, IncidentUpdate Update)> updates, IReadOnlyDictionary<IncidentName, KnownIncident> incidents) =
            await turns.TakeAsync(() => ReadAsync(range, cancel), cancel);
        var histories = incidents.ToDictionary(i => i.Key, i => new WatchedIncident(i.Key, i.Value, reference));
        return [.. updates.Select(u => histories[IncidentName.Of(u.Update)].Tell(u.Stored, u.Update))];
    }

    private async Task<(IReadOnlyList<(StoredUpdate Stored, IncidentUpdate Update)>, IReadOnlyDictionary<IncidentName, KnownIncident>)> ReadAsync(
        WatchRange range, CancellationToken cancel)
    {
        for (int reading = 1; reading <= MostReadings; reading++)
        {
            (StoredUpdate Stored, IncidentUpdate Update)[] updates =
                [.. (await reads.ReadUpdatesAsync(range, cancel)).Select(u => (u, IncidentUpdate.Parser.ParseFrom(u.Payload)))];
            HashSet<IncidentName> names = [.. updates.Select(u => IncidentName.Of(u.Update))];
            IReadOnlyDictionary<IncidentName, KnownIncident> incidents = await reads.ReadIncidentsAsync(names, range.From, cancel);
            if (updates.All(u => IsOf(incidents, u)))
            {
                return (updates, incidents);
            }
        }

        throw new InvalidOperationException($"Entries from {range.From} on speak of incidents that have no derived rows.");
    }

    /// <summary>Under a name that was erased another incident may have begun since: it is not the one of which was told before.</summary>
    private static bool IsOf(IReadOnlyDictionary<IncidentName, KnownIncident> incidents, (StoredUpdate Stored, IncidentUpdate Update) told) =>
        incidents.TryGetValue(IncidentName.Of(told.Update), out KnownIncident? incident) && incident.IncidentId <= told.Stored.Index;
}
