using AuditServer.Incidents;
using AuditServer.Incidents.Watching;
using AuditServer.Sequencing;
using CrimeAudit.V1;

namespace AuditServer.Overdue.Watching;

/// <summary>
/// Follows what becomes of open crimes from one look to the next: deadlines by their index, updates by the log. An incident of
/// which updates tell is told of by them alone, so between two looks nothing is told twice.
/// </summary>
internal sealed class OverdueTracker(IOverdueReads reads, IWatchReads log, OverdueHistories histories, OverdueAudience audience)
{
    private const int Page = 500;

    private WatchPoint point;

    /// <summary>Entries of the log that were looked at.</summary>
    public long Size => point.TreeSize;

    /// <summary>Begins with what is there: it is listed, not told of.</summary>
    public async Task BeginAsync(DateTimeOffset now, CancellationToken cancel)
    {
        DeadlineLook nothing = await reads.LookAsync([], cancel);
        point = new WatchPoint(nothing.Head.Size, Micros.Of(now));
        audience.Begin(point);
    }

    /// <summary>Looks again, and tells.</summary>
    /// <param name="now">Until when deadlines are looked at.</param>
    /// <param name="aheads">How far ahead watches look, in microseconds.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>When the next deadline comes up that is known; null when there is none.</returns>
    public async Task<long?> LookAsync(DateTimeOffset now, IReadOnlyList<long> aheads, CancellationToken cancel)
    {
        // A clock that steps back makes nothing pass twice.
        long until = Math.Max(point.Micros, Micros.Of(now));
        WatchPoint from = point;
        DeadlineLook look = await reads.LookAsync([.. aheads.Select(a => new DeadlineRange(from.Micros + a, until + a))], cancel);
        HashSet<long> told = await TellUpdatesAsync(from, new WatchPoint(look.Head.Size, until), cancel);
        point = new WatchPoint(look.Head.Size, until);
        audience.Tell(
            [.. look.Crimes.SelectMany(c => c).Where(c => !told.Contains(c.IncidentId)).DistinctBy(c => (c.IncidentId, c.AllegedRef))
                .OrderBy(c => c.Position).Select(c => new DeadlineNeared(c, from, point))],
            point);
        return look.Next.Zip(aheads, (deadline, ahead) => deadline - ahead).Min();
    }

    /// <summary>Tells what updates change, a page at a time.</summary>
    /// <returns>The incidents told of.</returns>
    private async Task<HashSet<long>> TellUpdatesAsync(WatchPoint from, WatchPoint to, CancellationToken cancel)
    {
        var told = new HashSet<long>();
        for (long at = from.TreeSize; at < to.TreeSize;)
        {
            IReadOnlyList<StoredUpdate> updates = await log.ReadUpdatesAsync(new WatchRange(null, at, to.TreeSize, Page), cancel);
            HashSet<IncidentName> names = [.. updates.Select(u => NameOf(IncidentUpdate.Parser.ParseFrom(u.Payload)))];
            var end = to with { TreeSize = updates.Count < Page ? to.TreeSize : updates[^1].Index + 1 };
            var events = new List<OverdueEvent>(names.Count);
            foreach ((IncidentName name, KnownIncident incident) in await log.ReadIncidentsAsync(names, cancel))
            {
                // A second page goes on from the time up to which the first one told.
                var before = new WatchPoint(at, told.Contains(incident.IncidentId) ? to.Micros : from.Micros);
                if (histories.Tell(name, incident, before, end) is { } change)
                {
                    told.Add(incident.IncidentId);
                    events.Add(change);
                }
            }

            audience.Tell(events, end);
            at = end.TreeSize;
        }

        return told;
    }

    private static IncidentName NameOf(IncidentUpdate update) =>
        new(update.Sender.Force, update.Incident.SourceSystem, update.Incident.Ref);
}
