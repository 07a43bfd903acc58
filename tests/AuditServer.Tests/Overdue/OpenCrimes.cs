using AuditCore.Recording;
using AuditServer.Incidents;
using AuditServer.Incidents.Watching;
using AuditServer.Overdue;
using AuditServer.Sequencing;
using CrimeAudit.V1;
using Google.Protobuf;

namespace AuditServer.Tests.Overdue;

/// <summary>A log of incidents in memory, and the open crimes that follow from it. Lists are of forces and times, whatever else is asked.</summary>
internal sealed class OpenCrimes(TimeProvider clock) : IOverdueReads, IWatchReads
{
    private static readonly PublishedReference Reference = new();

    private readonly Lock gate = new();
    private readonly List<(IncidentName Name, StoredUpdate Update)> log = [];
    private int looks;

    /// <summary>How often deadlines were looked at.</summary>
    public int Looks => Volatile.Read(ref looks);

    /// <summary>How the coming looks fail; null: they do not.</summary>
    public Exception? Failure { get; set; }

    /// <summary>Entries in the log.</summary>
    public int Size
    {
        get
        {
            lock (gate)
            {
                return log.Count;
            }
        }
    }

    /// <summary>Appends an update.</summary>
    public void Tell(IncidentUpdate update)
    {
        lock (gate)
        {
            var stored = new StoredUpdate(log.Count, Micros.Of(clock.GetUtcNow()), update.ToByteArray());
            log.Add((new IncidentName(update.Sender.Force, update.Incident.SourceSystem, update.Incident.Ref), stored));
        }
    }

    public ValueTask<OverduePage> ReadAsync(OverdueQuery query, CancellationToken cancel)
    {
        lock (gate)
        {
            OverdueRow[] crimes = [.. Rows().Where(c => query.Forces.Contains(c.Force) && c.DeadlineMicros < query.DueBeforeMicros)];
            return new(new OverduePage([.. crimes.OrderBy(c => c.Position).Take(query.PageSize)], [], [], Head));
        }
    }

    public ValueTask<DeadlineLook> LookAsync(IReadOnlyList<DeadlineRange> ranges, CancellationToken cancel)
    {
        Interlocked.Increment(ref looks);
        if (Failure is not null)
        {
            throw Failure;
        }

        lock (gate)
        {
            OverdueRow[] rows = [.. Rows()];
            return new(new DeadlineLook(
                [.. ranges.Select(r => (OverdueRow[])[.. rows.Where(c => c.DeadlineMicros >= r.FromMicros && c.DeadlineMicros < r.ToMicros)])],
                [.. ranges.Select(r => rows.Where(c => c.DeadlineMicros >= r.ToMicros).Min(c => (long?)c.DeadlineMicros))],
                Head));
        }
    }

    public ValueTask<IReadOnlyList<IncidentName>> FindUnderivedAsync(int atMost, CancellationToken cancel) => throw new NotSupportedException();

    public ValueTask<IReadOnlyList<StoredUpdate>> ReadUpdatesAsync(WatchRange range, CancellationToken cancel)
    {
        lock (gate)
        {
            return new([.. log.Select(e => e.Update).Where(u => u.Index >= range.From && u.Index < range.To).Take(range.AtMost)]);
        }
    }

    public ValueTask<IReadOnlyDictionary<IncidentName, KnownIncident>> ReadIncidentsAsync(
        IReadOnlyCollection<IncidentName> names, CancellationToken cancel)
    {
        lock (gate)
        {
            return new(Known().Where(i => names.Contains(i.Name)).ToDictionary(i => i.Name, i => i.Known));
        }
    }

    private LogHead Head => new(log.Count, 0, Root: null);

    private IEnumerable<(IncidentName Name, KnownIncident Known)> Known() => log.GroupBy(e => e.Name).Select(
        updates => (updates.Key, new KnownIncident(updates.First().Update.Index, [.. updates.Select(e => e.Update)])));

    private IEnumerable<OverdueRow> Rows() => Known().SelectMany(incident =>
    {
        IncidentState state = IncidentFold.Of([.. incident.Known.Updates.Select(u => u.ToLogged())], Reference);
        IncidentRow row = IncidentRow.Of(incident.Known.IncidentId, incident.Name, state, before: null, Reference);
        return row.Open.Where(c => c.DeadlineMicros is not null).Select(c => OverdueRow.Of(row, c));
    });
}
