using System.Diagnostics;
using System.Diagnostics.Metrics;
using CrimeAudit.V1;

namespace AuditServer.Telemetry;

/// <summary>The server's instruments and traces. docs/telemetry.md lists them; none carries anything of a record.</summary>
internal sealed class ServerTelemetry : IDisposable
{
    /// <summary>Name of the meter and of the source of activities.</summary>
    public const string Name = "CrimeAudit";

    // 1 ms to 10 s: the buckets that collectors take unless told otherwise are made for milliseconds, and would put every turn into one.
    private static readonly double[] Seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    private readonly ActivitySource source = new(Name);
    private readonly Meter meter;
    private readonly Histogram<double> turns;
    private readonly Counter<long> entries;
    private readonly Counter<long> lost;
    private readonly Counter<long> accesses;
    private readonly Counter<long> refusals;
    private readonly UpDownCounter<int> watches;

    public ServerTelemetry(IMeterFactory meters)
    {
        meter = meters.Create(Name);
        turns = meter.CreateHistogram<double>(
            "crimeaudit.turn.duration",
            "s",
            "How long turns of the log took, from taking it to durable",
            tags: null,
            new InstrumentAdvice<double> { HistogramBucketBoundaries = Seconds });
        entries = meter.CreateCounter<long>("crimeaudit.entries", "{entry}", "Entries appended by this instance");
        lost = meter.CreateCounter<long>("crimeaudit.turns.lost", "{turn}", "Turns that were lost and run again");
        accesses = meter.CreateCounter<long>("crimeaudit.access.rows", "{row}", "Rows written to the access log");
        refusals = meter.CreateCounter<long>("crimeaudit.refusals", "{call}", "Calls that ended with an error, by its reason");
        watches = meter.CreateUpDownCounter<int>("crimeaudit.watches", "{watch}", "Watches that this instance serves");
    }

    /// <summary>Begins the trace of a turn; null when nobody listens.</summary>
    public Activity? StartTurn(int works)
    {
        Activity? turn = source.StartActivity("turn");
        turn?.SetTag("crimeaudit.works", works);
        return turn;
    }

    /// <summary>A turn is durable.</summary>
    public void Committed(TimeSpan duration, long appended)
    {
        turns.Record(duration.TotalSeconds);
        entries.Add(appended);
    }

    /// <summary>A turn was lost.</summary>
    public void Lost() => lost.Add(1);

    /// <summary>Rows of the access log are written.</summary>
    public void Noted(int rows) => accesses.Add(rows);

    /// <summary>A call ended with an error.</summary>
    public void Refused(ErrorReason reason) => refusals.Add(1, new KeyValuePair<string, object?>("reason", reason.ToString()));

    /// <summary>Observes how many updates wait for their turn.</summary>
    public void ObserveQueue(Func<int> ofStreams, Func<int> ofCalls) => meter.CreateObservableUpDownCounter(
        "crimeaudit.queue.updates",
        () => new[]
        {
            new Measurement<int>(ofStreams(), new KeyValuePair<string, object?>("of", "streams")),
            new Measurement<int>(ofCalls(), new KeyValuePair<string, object?>("of", "calls")),
        },
        "{update}",
        "Updates that wait for their turn, of streams and of calls");

    /// <summary>A watch begins, or ends.</summary>
    /// <param name="change">1 or -1.</param>
    public void Watching(int change) => watches.Add(change);

    public void Dispose()
    {
        // The factory's, which keeps it for others until it goes itself.
        meter.Dispose();
        source.Dispose();
    }
}
