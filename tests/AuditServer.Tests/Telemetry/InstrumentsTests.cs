using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;
using AuditServer.Telemetry;
using AuditServer.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Tests.Shared;

namespace AuditServer.Tests.Telemetry;

/// <summary>docs/telemetry.md lists the instruments that a started server has, each with its kind and unit.</summary>
public sealed partial class InstrumentsTests(FeatureServer server) : IClassFixture<FeatureServer>
{
    [Fact]
    public void The_page_lists_every_instrument_of_the_server_and_no_other()
    {
        IMeterFactory meters = server.Services.GetRequiredService<IMeterFactory>();
        var found = new List<string>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, _) =>
        {
            if (instrument.Meter.Name == ServerTelemetry.Name && instrument.Meter.Scope == meters)
            {
                found.Add($"{instrument.Name} {KindOf(instrument)} {instrument.Unit}");
            }
        };
        listener.Start();
        Assert.Equal(
            Row.Matches(Repository.Read("docs/telemetry.md"))
                .Select(m => $"{m.Groups["name"].Value} {m.Groups["kind"].Value} {m.Groups["unit"].Value}").Order(StringComparer.Ordinal),
            found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_buckets_of_a_turns_duration_in_seconds_go_from_a_millisecond_to_ten_seconds()
    {
        IMeterFactory meters = server.Services.GetRequiredService<IMeterFactory>();
        var durations = new List<Histogram<double>>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, _) =>
        {
            if (instrument is Histogram<double> { Unit: "s" } duration && instrument.Meter.Name == ServerTelemetry.Name && instrument.Meter.Scope == meters)
            {
                durations.Add(duration);
            }
        };
        listener.Start();

        IReadOnlyList<double> bounds = Assert.Single(durations).Advice!.HistogramBucketBoundaries!;
        Assert.Equal((0.001, 10), (bounds[0], bounds[^1]));
        Assert.Equal(bounds.Distinct().Order(), bounds);
    }

    private static string KindOf(Instrument instrument) => instrument.GetType().Name.Split('`')[0] switch
    {
        "Counter" => "counter",
        "Histogram" => "histogram",
        "ObservableUpDownCounter" or "UpDownCounter" => "gauge",
        var other => other,
    };

    [GeneratedRegex(@"^\| `(?<name>crimeaudit\.[a-z_.]+)` \| (?<kind>\w+) \| `(?<unit>[^`]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row { get; }
}
