using System.Runtime.ExceptionServices;
using AuditServer.Incidents.Watching;
using AuditServer.Sequencing;

namespace AuditServer.Rates;

/// <summary>
/// A live rate that is watched: computed anew when the log grows and when the clock alone changes it, for all its watchers
/// together. It keeps the newest answer and no other.
/// </summary>
internal sealed class WatchedRate : IDisposable
{
    /// <summary>Timers of longer than this are set in steps.</summary>
    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(1);

    private readonly Func<CancellationToken, Task<LiveAnswer>> answer;
    private readonly LogSignal signal;
    private readonly TimeSpan interval;
    private readonly TimeProvider clock;
    private readonly CancellationTokenSource stop = new();
    private readonly Lock gate = new();
    private LiveAnswer newest;
    private ExceptionDispatchInfo? failure;
    private TaskCompletionSource changed = New();

    /// <param name="answer">Computes the answer.</param>
    /// <param name="signal">Tells when the log grows.</param>
    /// <param name="interval">How long after an answer the next is computed at the earliest.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="known">The answer so far.</param>
    public WatchedRate(
        Func<CancellationToken, Task<LiveAnswer>> answer, LogSignal signal, TimeSpan interval, TimeProvider clock, LiveAnswer known)
    {
        this.answer = answer;
        this.signal = signal;
        this.interval = interval;
        this.clock = clock;
        newest = known;
        _ = RunAsync(stop.Token);
    }

    /// <summary>How many watch. Guarded by whoever counts them.</summary>
    public int Watchers { get; set; }

    /// <summary>It could not be computed any more, and its watchers were told why.</summary>
    public bool HasFailed
    {
        get
        {
            lock (gate)
            {
                return failure is not null;
            }
        }
    }

    /// <summary>The newest answer, and what completes once there is a newer one.</summary>
    /// <exception cref="Exception">What went wrong when it was to be computed.</exception>
    public (LiveAnswer Newest, Task Changed) Read()
    {
        lock (gate)
        {
            failure?.Throw();
            return (newest, changed.Task);
        }
    }

    /// <summary>Ends the computation: nobody watches any more.</summary>
    public void Dispose()
    {
        stop.Cancel();
        stop.Dispose();
    }

    private async Task RunAsync(CancellationToken cancel)
    {
        await Task.Yield();
        try
        {
            while (true)
            {
                await WaitAsync(cancel);
                LiveAnswer next = await answer(cancel);
                Publish(() => newest = next);
            }
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // Nobody watches any more.
        }
#pragma warning disable CA1031 // It goes to the watchers, each of whom ends with it.
        catch (Exception exception)
        {
            Publish(() => failure = ExceptionDispatchInfo.Capture(exception));
        }
#pragma warning restore CA1031
    }

    private void Publish(Action change)
    {
        TaskCompletionSource told;
        lock (gate)
        {
            change();
            told = changed;
            changed = New();
        }

        told.SetResult();
    }

    /// <summary>Waits until there may be another answer, and the interval since the last one has passed.</summary>
    private async Task WaitAsync(CancellationToken cancel)
    {
        while (signal.Size <= newest.TreeSize && TimeLeft() > TimeSpan.Zero)
        {
            await Silence.BrokenWithinAsync(TimeLeft, clock, token => signal.WaitBeyondAsync(newest.TreeSize, token), cancel);
        }

        TimeSpan early = interval - clock.GetElapsedTime(newest.Taken);
        if (early > TimeSpan.Zero)
        {
            Task passed = Task.Delay(early, clock, cancel);
            // The clock may have moved on between the question and the timer.
            if (clock.GetElapsedTime(newest.Taken) < interval)
            {
                await passed;
            }
        }
    }

    /// <summary>Until the clock alone changes the answer; a day where that is further off, or never.</summary>
    private TimeSpan TimeLeft() => newest.ChangesAt is { } time && time - clock.GetUtcNow() is var left && left < LongestTimer
        // Timers count whole milliseconds, and one that fires early would find nothing changed.
        ? TimeSpan.FromMilliseconds(Math.Ceiling(left.TotalMilliseconds))
        : LongestTimer;

    // Watchers must not run on the computation.
    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
