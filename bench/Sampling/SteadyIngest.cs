using System.Diagnostics;
using Bench.Load;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Bench.Sampling;

/// <summary>A writer that streams as fast as it may until it is stopped, and says how fast that is while something else goes on.</summary>
internal sealed class SteadyIngest : IAsyncDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(10);

    private readonly CancellationTokenSource stop = new();
    private readonly Task writing;
    private long durable;
    private int written;

    private SteadyIngest(CrimeAuditClient client, int skip) => writing = Task.Run(() => WriteAsync(client, skip));

    /// <summary>Starts.</summary>
    /// <param name="client">Where to.</param>
    /// <param name="skip">Updates that were sent before.</param>
    public static SteadyIngest Start(CrimeAuditClient client, int skip) => new(client, skip);

    /// <summary>Waits until so many are durable: what went before is compiled and cached by then.</summary>
    public async Task WarmAsync(int updates, CancellationToken cancel)
    {
        while (Interlocked.Read(ref durable) < updates && !writing.IsCompleted)
        {
            await Task.Delay(Look, cancel);
        }
    }

    /// <summary>Updates made durable in a second while something goes on.</summary>
    public async Task<double> PerSecondAsync(Func<Task> meanwhile)
    {
        long before = Interlocked.Read(ref durable);
        long started = Stopwatch.GetTimestamp();
        await meanwhile();
        return (Interlocked.Read(ref durable) - before) / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    /// <summary>Stops, and waits for what is under way.</summary>
    /// <returns>How many were written.</returns>
    public async Task<int> StopAsync()
    {
        await stop.CancelAsync();
        await writing;
        return written;
    }

    /// <summary>As <see cref="StopAsync"/>.</summary>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        stop.Dispose();
    }

    private async Task WriteAsync(CrimeAuditClient client, int skip)
    {
        await using IncidentWriter writer = client.Incidents.OpenWriter(new IncidentWriterOptions
        {
            OnProgress = progress => Interlocked.Exchange(ref durable, progress.DurableThrough),
        });
        foreach (IncidentUpdate update in SampleUpdates.Take(int.MaxValue, skip))
        {
            if (stop.IsCancellationRequested)
            {
                break;
            }

            await writer.WriteAsync(update);
            written++;
        }

        await writer.FlushAsync();
    }
}
