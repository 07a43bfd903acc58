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
/// which updates tell is told of by them alone, so between two looks nothing is told twice. A look takes in so many updates and
/// no more: while they pour in, deadlines are looked at between.
/// </summary>
internal sealed class OverdueTracker(
    IOverdueReads reads,
    IWatchReads log,
    ITreeRoots roots,
    OverdueHistories histories,
    OverdueSources sources,
    OverdueAudience audience,
    int slice = OverdueTracker.Slice)
{
    private const int Slice = 500;

    private static readonly string[] EveryForce = [.. Forces.All.Select(f => f.Slug)];

    private static readonly Dictionary<IncidentName, KnownIncident> NoIncidents = [];

    // Since it fell behind: up to when each incident was told of. Of the others nothing was told since then.
    private readonly Dictionary<long, long> told = [];
    private long sinceMicros;
    private WatchPoint point;

    /// <summary>Entries of the log that were looked at.</summary>
    public long Size => point.TreeSize;

    /// <summary>The log was longer than the last look could take in: look again, and wait for nothing.</summary>
    public bool IsBehind { get; private set; }

    /// <summary>Begins with what is there: it is listed, not told of.</summary>
    public async Task BeginAsync(DateTimeOffset now, CancellationToken cancel)
    {
        DeadlineLook nothing = await reads.LookAsync([], cancel);
        point = WatchPoint.Of(nothing.Head, Micros.Of(now));
        sinceMicros = point.Micros;
        told.Clear();
        IsBehind = false;
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
        if (from.TreeSize < look.Head.Size && await log.ErasedAnyAsync(from.TreeSize, look.Head.Size, cancel))
        {
            // Incidents go by other names now: whoever watches begins with a new list.
            await BeginAsync(now, cancel);
            audience.BeginAnew();
            return await LookAsync(now, aheads, cancel);
        }

        (WatchPoint end, IReadOnlyList<IncidentTold> changed) = await FollowAsync(from, WatchPoint.Of(look.Head, until), cancel);
        IsBehind = end.TreeSize < look.Head.Size;
        IReadOnlyList<DeadlineNeared> neared = await NearedAsync(look, from, end, changed, cancel);
        point = end;
        Note(changed, neared);
        audience.Tell([.. changed, .. neared, .. IsBehind ? [] : sources.Changes(from, end)], end);
        return look.Next.Zip(aheads, (deadline, ahead) => deadline - ahead).Append(sources.NextSilenceMicros(until)).Min();
    }

    /// <summary>Takes in the next updates on the way to the end of the log.</summary>
    /// <returns>How far they went, and what they change.</returns>
    private async Task<(WatchPoint End, IReadOnlyList<IncidentTold> Changed)> FollowAsync(
        WatchPoint begin, WatchPoint to, CancellationToken cancel)
    {
        IReadOnlyList<StoredUpdate> updates = begin.TreeSize == to.TreeSize
            ? []
            : await log.ReadUpdatesAsync(new WatchRange(null, begin.TreeSize, to.TreeSize, slice), cancel);
        HashSet<IncidentName> names = [.. updates.Select(Hear)];
        WatchPoint end = updates.Count < slice ? to : await AtAsync(updates[^1].Index + 1, to, cancel);
        var changed = new List<IncidentTold>(names.Count);
        foreach ((IncidentName name, KnownIncident incident) in await ReadAsync(names, cancel))
        {
            WatchPoint before = begin with { Micros = told.GetValueOrDefault(incident.IncidentId, sinceMicros) };
            if (histories.Tell(name, incident, before, end) is { } change)
            {
                changed.Add(change);
            }
        }

        return (end, changed);
    }

    /// <summary>The deadlines that came up, of crimes of which the updates that were taken in do not tell.</summary>
    private async Task<IReadOnlyList<DeadlineNeared>> NearedAsync(
        DeadlineLook look, WatchPoint from, WatchPoint end, IReadOnlyList<IncidentTold> changed, CancellationToken cancel)
    {
        HashSet<long> incidents = [.. changed.Select(c => c.IncidentId)];
        IEnumerable<OverdueRow> crimes = look.Crimes.SelectMany(c => c)
            .Where(c => !incidents.Contains(c.IncidentId))
            .DistinctBy(c => (c.IncidentId, c.AllegedRef));
        if (IsBehind)
        {
            crimes = await KnownAsync([.. crimes], end.TreeSize, cancel);
        }

        return [.. crimes.OrderBy(c => c.Position).Select(c => new DeadlineNeared(c, from, end))];
    }

    /// <summary>Crimes are read at the end of the log: what updates told of them that are still to come is left to these.</summary>
    private async Task<IEnumerable<OverdueRow>> KnownAsync(OverdueRow[] crimes, long size, CancellationToken cancel)
    {
        IReadOnlyDictionary<IncidentName, KnownIncident> incidents = await ReadAsync([.. crimes.Select(c => c.Name)], cancel);
        return crimes.Select(c => incidents.TryGetValue(c.Name, out KnownIncident? known) ? histories.At(size, c, known) : null).OfType<OverdueRow>();
    }

    private async ValueTask<IReadOnlyDictionary<IncidentName, KnownIncident>> ReadAsync(
        HashSet<IncidentName> names, CancellationToken cancel) =>
        names.Count == 0 ? NoIncidents : await log.ReadIncidentsAsync(names, before: long.MaxValue, cancel);

    private void Note(IReadOnlyList<IncidentTold> changed, IReadOnlyList<DeadlineNeared> neared)
    {
        if (!IsBehind)
        {
            sinceMicros = point.Micros;
            told.Clear();
            return;
        }

        foreach (long incident in changed.Select(c => c.IncidentId).Concat(neared.Select(n => n.Crime.IncidentId)))
        {
            told[incident] = point.Micros;
        }
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
