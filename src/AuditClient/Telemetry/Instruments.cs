using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace CrimeAudit.Client;

/// <summary>The activity source and the instruments. They cost next to nothing while nobody listens.</summary>
internal static class Instruments
{
    public const string Method = "rpc.method";
    public const string StatusCode = "rpc.grpc.status_code";
    public const string Outcome = "crimeaudit.outcome";
    public const string Reason = "crimeaudit.reason";

    // 1 ms to 10 s: the buckets that collectors take unless told otherwise are made for milliseconds, and would put every call into one.
    private static readonly double[] Seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    private static readonly string? Version = typeof(Instruments).Assembly.GetName().Version?.ToString(3);
    private static readonly Meter Meter = new(CrimeAuditTelemetry.SourceName, Version);

    public static ActivitySource Activities { get; } = new(CrimeAuditTelemetry.SourceName, Version);

    public static Histogram<double> CallDuration { get; } = Meter.CreateHistogram<double>(
        "crimeaudit.client.call.duration",
        "s",
        "How long unary calls took in all, their retries and waits included.",
        tags: null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = Seconds });

    public static Counter<long> WriterUpdates { get; } = Meter.CreateCounter<long>(
        "crimeaudit.client.writer.updates", "{update}", "Updates that writers have the result of.");

    public static Counter<long> StreamEnds { get; } = Meter.CreateCounter<long>(
        "crimeaudit.client.stream.ends", "{stream}", "Streams of writers and watches that ended, and why.");

    public static UpDownCounter<long> SpoolUpdates { get; } = Meter.CreateUpDownCounter<long>(
        "crimeaudit.client.spool.updates", "{update}", "Updates in open spools that have no result.");

    public static UpDownCounter<long> SpoolSize { get; } = Meter.CreateUpDownCounter<long>(
        "crimeaudit.client.spool.size", "By", "Bytes of open spools on disk.");

    /// <summary>Counts the end of a stream.</summary>
    /// <param name="rpc">The RPC.</param>
    /// <param name="end">Why it ended; null: everything was done.</param>
    public static void CountEnd(string rpc, CrimeAuditException? end) => StreamEnds.Add(
        1, new KeyValuePair<string, object?>(Method, rpc), new KeyValuePair<string, object?>(StatusCode, (int)(end?.StatusCode ?? Grpc.Core.StatusCode.OK)));
}
