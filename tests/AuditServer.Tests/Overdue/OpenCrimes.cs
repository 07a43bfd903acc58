using System.Buffers.Binary;
using AuditCore.Ledger;
using AuditCore.Recording;
using AuditServer.Incidents;
using AuditServer.Incidents.Watching;
using AuditServer.Ledger;
using AuditServer.Overdue;
using AuditServer.Overdue.Watching;
using AuditServer.Rates;
using AuditServer.Sequencing;
using CrimeAudit.V1;
using Google.Protobuf;

namespace AuditServer.Tests.Overdue;

/// <summary>A log of incidents in memory, and the open crimes that follow from it. Lists are of forces and times, whatever else is asked.</summary>
internal sealed class OpenCrimes(TimeProvider clock) : IOverdueReads, IWatchReads, ITreeRoots
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

    /// <summary>What stands for the root of a tree: it tells of which size.</summary>
    public static byte[] RootOf(long size)
    {
        byte[] root = new byte[TreeHash.Bytes];
        BinaryPrimitives.WriteInt64BigEndian(root, size);
        return root;
    }

    /// <summary>A point of this log.</summary>
    public static WatchPoint At(long size, long micros) => new(size, micros, ByteString.CopyFrom(RootOf(size)));

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

    public ValueTask<IReadOnlyList<(string Force, IReadOnlyList<SourceRow> Sources)>> ReadSourcesAsync(
        IReadOnlyList<string> forces, CancellationToken cancel)
    {
        lock (gate)
        {
            return new([.. log.Select(e => (Update: IncidentUpdate.Parser.ParseFrom(e.Update.Payload), e.Update.AcceptedMicros))
                .GroupBy(e => e.Update.Sender.Force)
                .Select(f => (f.Key, (IReadOnlyList<SourceRow>)[.. f.GroupBy(e => e.Update.Sender.SourceSystem)
                    .OrderBy(g => g.Key, StringComparer.Ordinal)
                    .Select(g => new SourceRow { SourceSystem = g.Key, LastAcceptedMicros = g.Max(e => e.AcceptedMicros) })]))]);
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

    public ValueTask<IReadOnlyList<StoredUpdate>> ReadUpdatesAsync(WatchRange range, CancellationToken cancel)
    {
        lock (gate)
        {
            return new([.. log.Select(e => e.Update).Where(u => u.Index >= range.From && u.Index < range.To).Take(range.AtMost)]);
        }
    }

    public ValueTask<IReadOnlyDictionary<IncidentName, KnownIncident>> ReadIncidentsAsync(
        IReadOnlyCollection<IncidentName> names, long before, CancellationToken cancel)
    {
        lock (gate)
        {
            return new(Known().Where(i => names.Contains(i.Name)).ToDictionary(
                i => i.Name, i => i.Known with { Updates = [.. i.Known.Updates.Where(u => u.Index < before)] }));
        }
    }

    public ValueTask<bool> ErasedAnyAsync(long from, long to, CancellationToken cancel) => new(false);

    public ValueTask<byte[]> AtAsync(long size, CancellationToken cancel) => new(RootOf(size));

    private LogHead Head => new(log.Count, 0, RootOf(log.Count));

    private IEnumerable<(IncidentName Name, KnownIncident Known)> Known() => log.GroupBy(e => e.Name).Select(
        updates => (updates.Key, new KnownIncident(updates.First().Update.Index, [.. updates.Select(e => e.Update)])));

    private IEnumerable<OverdueRow> Rows() => Known().SelectMany(incident =>
    {
        IncidentState state = IncidentFold.Of([.. incident.Known.Updates.Select(u => u.ToLogged())], Reference);
        IncidentRow row = IncidentRow.Of(incident.Known.IncidentId, incident.Name, state, before: null, Reference);
        return row.Open.Where(c => c.DeadlineMicros is not null).Select(c => OverdueRow.Of(row, c));
    });
}
