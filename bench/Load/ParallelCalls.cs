using System.Diagnostics;

namespace Bench.Load;

/// <summary>Calls of which so many are always under way: each caller sends its next when it has its answer.</summary>
internal static class ParallelCalls
{
    /// <summary>Calls a second, and how long each took.</summary>
    /// <param name="items">What the calls are about; each is called once.</param>
    /// <param name="concurrency">Calls under way at once.</param>
    /// <param name="call">Makes one.</param>
    /// <param name="cancel">Ends the run.</param>
    public static async Task<CallTimes> RunAsync<T>(
        IReadOnlyCollection<T> items, int concurrency, Func<T, CancellationToken, Task> call, CancellationToken cancel)
    {
        var latencies = new Latencies();
        long started = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(
            items,
            new ParallelOptions { MaxDegreeOfParallelism = concurrency, CancellationToken = cancel },
            async (item, token) =>
            {
                long sent = Stopwatch.GetTimestamp();
                await call(item, token);
                latencies.Add(Stopwatch.GetElapsedTime(sent));
            });
        return new CallTimes(items.Count / Stopwatch.GetElapsedTime(started).TotalSeconds, latencies);
    }

    /// <summary>How long a call takes when nothing else is under way: the times of calls one after the other.</summary>
    public static async Task<Latencies> OneByOneAsync(int times, Func<Task> call)
    {
        var latencies = new Latencies();
        for (int i = 0; i < times; i++)
        {
            long sent = Stopwatch.GetTimestamp();
            await call();
            latencies.Add(Stopwatch.GetElapsedTime(sent));
        }

        return latencies;
    }
}
