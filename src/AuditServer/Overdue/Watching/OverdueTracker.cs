using AuditCore.Reference;
using AuditServer.Incidents;
using AuditServer.Incidents.Watching;
using AuditServer.Ledger;
using AuditServer.Sequencing;
using CrimeAudit.V1;
using Google.Protobuf;

namespace AuditServer.Overdue.Watching;

/// <summary>
/// Follows what becomes of open crimes from one look to the next: deadlines by their index, updates by the log. An incident of
/// which updates tell is told of by them alone, so between two looks nothing is told twice.
/// </summary>
internal sealed class OverdueTracker(
    IOverdueReads reads, IWatchReads log, ITreeRoots roots, OverdueHistories histories, OverdueSources sources, OverdueAudience audience)
{
    private const int Page = 500;

    private static readonly string[] EveryForce = [.. Forces.All.Select(f => f.Slug)];

    private WatchPoint point;

    /// <summary>Entries of the log that were looked at.</summary>
    public long Size => point.TreeSize;

    /// <summary>Begins with what is there: it is listed, not told of.</summary>
    public async Task BeginAsync(DateTimeOffset now, CancellationToken cancel)
    {
        DeadlineLook nothing = await reads.LookAsync([], cancel);
        point = WatchPoint.Of(nothing.Head, Micros.Of(now));
        // Of what is committed meanwhile the updates are heard once more, which changes nothing.
        sources.Begin(await reads.ReadSourcesAsync(EveryForce, cancel), point.Micros);
        audience.Begin(point);
    }

    /// <summary>Looks again, and tells.</summary>
    /// <param name="now">Until when deadlines are looked at.</param>
    /// <param name="aheads">How far ahead watches look, in microseconds.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>When the next deadline comes up that is known, or a system will have been silent for too long; null: never.</returns>
    public async Task<long?> LookAsync(DateTimeOffset now, IReadOnlyList<long> aheads, CancellationToken cancel)
    {
        // A clock that steps back makes nothing pass twice.
        long until = Math.Max(point.Micros, Micros.Of(now));
        WatchPoint from = point;
        DeadlineLook look = await reads.LookAsync([.. aheads.Select(a => new DeadlineRange(from.Micros + a, until + a))], cancel);
        var end = WatchPoint.Of(look.Head, until);
        HashSet<long> told = await TellUpdatesAsync(from, end, cancel);
        point = end;
        audience.Tell(
            [
                .. look.Crimes.SelectMany(c => c).Where(c => !told.Contains(c.IncidentId)).DistinctBy(c => (c.IncidentId, c.AllegedRef))
                    .OrderBy(c => c.Position).Select(c => new DeadlineNeared(c, from, point)),
                .. sources.Changes(from, point),
            ],
            point);
        return look.Next.Zip(aheads, (deadline, ahead) => deadline - ahead).Append(sources.NextSilenceMicros(until)).Min();
    }

    /// <summary>Tells what updates change, a page at a time.</summary>
    /// <returns>The incidents told of.</returns>
    private async Task<HashSet<long>> TellUpdatesAsync(WatchPoint from, WatchPoint to, CancellationToken cancel)
    {
        var told = new HashSet<long>();
        for (WatchPoint begin = from; begin.TreeSize < to.TreeSize;)
        {
            IReadOnlyList<StoredUpdate> updates = await log.ReadUpdatesAsync(new WatchRange(null, begin.TreeSize, to.TreeSize, Page), cancel);
            HashSet<IncidentName> names = [.. updates.Select(Hear)];
            WatchPoint end = updates.Count < Page ? to : await AtAsync(updates[^1].Index + 1, to, cancel);
            var events = new List<OverdueEvent>(names.Count);
            foreach ((IncidentName name, KnownIncident incident) in await log.ReadIncidentsAsync(names, cancel))
            {
                // A second page goes on from the time up to which the first one told.
                WatchPoint before = begin with { Micros = told.Contains(incident.IncidentId) ? to.Micros : from.Micros };
                if (histories.Tell(name, incident, before, end) is { } change)
                {
                    told.Add(incident.IncidentId);
                    events.Add(change);
                }
            }

            audience.Tell(events, end);
            begin = end;
        }

        return told;
    }

    /// <summary>Takes in who told an update.</summary>
    /// <returns>Of which incident it tells.</returns>
    private IncidentName Hear(StoredUpdate stored)
    {
        IncidentUpdate update = IncidentUpdate.Parser.ParseFrom(stored.Payload);
        sources.Hear(update, stored.AcceptedMicros);
        return IncidentName.Of(update);
    }

    /// <summary>The point that lies at a size on the way to another.</summary>
    private async Task<WatchPoint> AtAsync(long size, WatchPoint to, CancellationToken cancel) => size == to.TreeSize
        ? to
        : to with { TreeSize = size, Root = ByteString.CopyFrom(await roots.AtAsync(size, cancel)) };
}
