using System.Globalization;
using AuditServer.Incidents;
using AuditServer.Incidents.Watching;
using CrimeAudit.V1;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace AuditServer.Tests.Incidents;

/// <summary>A log without an end, of one update an incident, that notes what is read of it.</summary>
internal sealed class LongLog : IWatchReads
{
    private readonly SemaphoreSlim read = new(0);

    /// <summary>The ranges read, in order.</summary>
    public List<WatchRange> Reads { get; } = [];

    /// <summary>Waits until further ranges are being read.</summary>
    public async Task ReadAsync(int ranges, CancellationToken cancel)
    {
        for (int i = 0; i < ranges; i++)
        {
            await read.WaitAsync(cancel);
        }
    }

    public ValueTask<IReadOnlyList<StoredUpdate>> ReadUpdatesAsync(WatchRange range, CancellationToken cancel)
    {
        Reads.Add(range);
        read.Release();
        return new([.. Enumerable.Range((int)range.From, (int)Math.Min(range.AtMost, range.To - range.From)).Select(i => Update(i))]);
    }

    public ValueTask<IReadOnlyDictionary<IncidentName, KnownIncident>> ReadIncidentsAsync(
        IReadOnlyCollection<IncidentName> names, long before, CancellationToken cancel) =>
        new(names.ToDictionary(n => n, n => KnownAt(int.Parse(n.Ref, CultureInfo.InvariantCulture), before)));

    public ValueTask<bool> ErasedAnyAsync(long from, long to, CancellationToken cancel) => new(false);

    private static KnownIncident KnownAt(int index, long before) => new(index, index < before ? [Update(index)] : []);

    private static StoredUpdate Update(int index)
    {
        var time = new EventTime { Time = DateTimeOffset.UnixEpoch.AddYears(48).ToTimestamp(), Precision = TimePrecision.Instant };
        string reference = index.ToString(CultureInfo.InvariantCulture);
        var update = new IncidentUpdate
        {
            Sender = new Sender { Force = "kent", SourceSystem = "storm", RequestId = reference },
            Incident = new IncidentKey { SourceSystem = "storm", Ref = reference },
            EventTime = time,
            Opened = new Opened { ReportedTime = time },
        };
        return new StoredUpdate(index, index, update.ToByteArray());
    }
}
