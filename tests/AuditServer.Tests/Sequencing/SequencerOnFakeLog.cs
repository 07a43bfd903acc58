using System.Diagnostics.Metrics;
using AuditCore.Recording;
using AuditServer.Incidents;
using AuditServer.Ledger;
using AuditServer.Sequencing;
using AuditServer.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace AuditServer.Tests.Sequencing;

/// <summary>What tests of the write path have in common: a sequencer on a log in memory.</summary>
public abstract class SequencerOnFakeLog : IAsyncDisposable
{
    protected static readonly TimeSpan RetryAfter = TimeSpan.FromMilliseconds(125);

    private protected readonly FakeLog log = new();
    private protected readonly Sequencer sequencer;

    protected SequencerOnFakeLog() => sequencer = new Sequencer(
        log,
        log,
        new UpdateWriter(new PublishedReference()),
        new LogTree(signer: null),
        new LogSignal(),
        new RandomSalts(),
        new FakeTimeProvider(),
        new ServerTelemetry(new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>()),
        Options.Create(new SequencerOptions { RetryAfter = RetryAfter }),
        NullLogger<Sequencer>.Instance);

    public async ValueTask DisposeAsync()
    {
        log.Open();
        await sequencer.StopAsync(CancellationToken.None);
        sequencer.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Begins with what was queued so far, all of it in one turn.</summary>
    protected async Task BeginAsync()
    {
        log.Open();
        await sequencer.StartAsync(TestContext.Current.CancellationToken);
    }
}
