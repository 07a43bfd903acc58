using AuditServer.Incidents.Watching;
using AuditServer.Ledger;
using AuditServer.Sequencing;

namespace AuditServer.Overdue.Watching;

/// <summary>
/// The one clock of all who watch overdue crimes at this instance: it sleeps until the next deadline, the next
/// silence of a system or the next commit, looks once, and tells everybody. It rests while nobody watches.
/// </summary>
internal sealed class OverdueClock(
    IOverdueReads reads,
    IWatchReads log,
    ITreeRoots roots,
    OverdueHistories histories,
    OverdueSources sources,
    OverdueAudience audience,
    LogSignal signal,
    TimeProvider clock)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            Task changed = audience.Changed;
            if (audience.Aheads.Count == 0)
            {
                await changed.WaitAsync(stoppingToken);
            }

            await RunAsync(stoppingToken);
        }
    }

    /// <summary>Runs until nobody watches any more.</summary>
    private async Task RunAsync(CancellationToken cancel)
    {
        try
        {
            var tracker = new OverdueTracker(reads, log, roots, histories, sources, audience);
            await tracker.BeginAsync(clock.GetUtcNow(), cancel);
            while (!audience.Rest())
            {
                Task changed = audience.Changed;
                long? next = await tracker.LookAsync(clock.GetUtcNow(), audience.Aheads, cancel);
                if (!tracker.IsBehind)
                {
                    await WaitAsync(tracker.Size, next, changed, cancel);
                }
            }
        }
#pragma warning disable CA1031 // Whatever it is goes to those who watch, whose calls end with it; they ask again, and the clock runs anew.
        catch (Exception end) when (!cancel.IsCancellationRequested)
        {
            audience.Fail(end);
        }
#pragma warning restore CA1031
    }

    /// <summary>Waits until a deadline has come up, the log has grown, or others watch.</summary>
    private async Task WaitAsync(long size, long? nextMicros, Task changed, CancellationToken cancel)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        Task first = await Task.WhenAny(changed, signal.WaitBeyondAsync(size, either.Token), PassedAsync(nextMicros, either.Token));
        await either.CancelAsync();
        await first;
    }

    /// <summary>Waits until a deadline is past, which it is from the instant after it on.</summary>
    private async Task PassedAsync(long? nextMicros, CancellationToken cancel)
    {
        DateTimeOffset now = clock.GetUtcNow();
        DateTimeOffset latest = now + Silence.LongestSleep;
        DateTimeOffset wake = nextMicros is { } next && Micros.ToTime(next) < latest ? Micros.ToTime(next).AddMilliseconds(1) : latest;
        if (wake <= now)
        {
            return;
        }

        Task sleep = Task.Delay(wake - now, clock, cancel);
        // The clock may have moved on between the look at it and the sleep.
        if (clock.GetUtcNow() < wake)
        {
            await sleep;
        }
    }
}
