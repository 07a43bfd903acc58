using System.Diagnostics.Metrics;
using AuditServer.Checking;
using AuditServer.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace AuditServer.Tests.Checking;

/// <summary>What an instance tells that has found its log damaged.</summary>
public sealed class LogTrustTests : IDisposable
{
    private readonly RecordedLog log = new();
    private readonly ServiceProvider services;
    private readonly MeterListener listener = new();
    private long counted;

    public LogTrustTests()
    {
        services = new ServiceCollection().AddMetrics().AddLogging(l => l.AddProvider(log)).AddSingleton<LogTrust>().BuildServiceProvider();
        IMeterFactory meters = services.GetRequiredService<IMeterFactory>();
        listener.InstrumentPublished = (instrument, own) =>
        {
            if (instrument.Meter.Scope == meters && instrument.Name == "crimeaudit.ledger.damages")
            {
                own.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((_, number, _, _) => counted += number);
        listener.Start();
    }

    public void Dispose()
    {
        listener.Dispose();
        services.Dispose();
        log.Dispose();
    }

    [Fact]
    public async Task Without_damage_it_is_healthy_and_counts_nothing()
    {
        LogTrust trust = services.GetRequiredService<LogTrust>();
        Assert.Equal((HealthStatus.Healthy, 0L), ((await trust.CheckHealthAsync(new HealthCheckContext(), Cancel)).Status, counted));
    }

    [Fact]
    public async Task Damage_is_logged_once_with_its_evidence_counted_each_time_and_ends_the_health()
    {
        LogTrust trust = services.GetRequiredService<LogTrust>();
        trust.Lose(Damage.OfEntry(7, "its leaf text has the hash aa, and tile 0/0 holds bb"));
        trust.Lose(Damage.OfEntry(7, "its leaf text has the hash aa, and tile 0/0 holds bb"));
        trust.Lose("the proof of entry 8 does not verify");

        Assert.Equal(3, counted);
        Assert.Equal(HealthStatus.Unhealthy, (await trust.CheckHealthAsync(new HealthCheckContext(), Cancel)).Status);
        Assert.Equal(
            [
                "The log is damaged, and this instance is not serving any more: entry 7: its leaf text has the hash aa, and tile 0/0 holds bb",
                "The log is damaged, and this instance is not serving any more: the proof of entry 8 does not verify",
            ],
            log.OfCategory(typeof(LogTrust)).Where(e => e.Level == LogLevel.Error).Select(e => e.Text));
    }

    [Fact]
    public void Of_much_damage_no_more_than_a_page_or_two_is_logged_and_all_of_it_counted()
    {
        LogTrust trust = services.GetRequiredService<LogTrust>();
        for (int i = 0; i < 250; i++)
        {
            trust.Lose(Damage.OfEntry(i, "missing"));
        }

        Assert.Equal((250L, 100), (counted, log.OfCategory(typeof(LogTrust)).Count()));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
