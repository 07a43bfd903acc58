using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace AuditClient.Tests.Telemetry;

/// <summary>What a listener of the package hears from now on.</summary>
internal sealed class Heard : IDisposable
{
    private readonly MeterListener meters = new();
    private readonly ActivityListener activities;
    private readonly ConcurrentQueue<Measured> measurements = new();
    private readonly ConcurrentQueue<Activity> ended = new();
    private readonly ConcurrentDictionary<string, bool> instruments = new();

    public Heard()
    {
        activities = new ActivityListener
        {
            ShouldListenTo = source => source.Name == CrimeAuditTelemetry.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = ended.Enqueue,
        };
        ActivitySource.AddActivityListener(activities);
        meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == CrimeAuditTelemetry.SourceName)
            {
                instruments[instrument.Name] = true;
                listener.EnableMeasurementEvents(instrument);
            }
        };
        meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Hear(instrument.Name, value, tags));
        meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Hear(instrument.Name, value, tags));
        meters.Start();
    }

    public IReadOnlyList<Activity> Activities => [.. ended];

    public IReadOnlyList<Measured> Measurements => [.. measurements];

    public IEnumerable<string> Instruments => instruments.Keys;

    public IEnumerable<Measured> Of(string instrument) => measurements.Where(m => m.Instrument == instrument);

    public double Sum(string instrument) => Of(instrument).Sum(m => m.Value);

    public Dictionary<string, double> Sums(string instrument, string tag) =>
        Of(instrument).GroupBy(m => (string)m.Tags[tag]!).ToDictionary(group => group.Key, group => group.Sum(m => m.Value));

    public void Dispose()
    {
        meters.Dispose();
        activities.Dispose();
    }

    private void Hear(string instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        measurements.Enqueue(new Measured(instrument, value, tags.ToArray().ToDictionary(tag => tag.Key, tag => tag.Value)));
}
