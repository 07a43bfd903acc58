using System.Diagnostics;
using Bench.Load;
using Bench.Serving;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Bench.Watching;

/// <summary>Updates streamed at a steady pace past watchers.</summary>
/// <param name="server">Where.</param>
/// <param name="perSecond">Updates a second.</param>
internal sealed class WatchedStream(ServerProcess server, int perSecond)
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Updates a second that were written and acknowledged in the last run.</summary>
    public double Reached { get; private set; }

    /// <summary>How long each delivery took, from the turn to the watcher, once server, client and watchers are warm.</summary>
    /// <param name="watchers">How many.</param>
    /// <param name="code">The opening code that each follows; empty: everything.</param>
    /// <param name="warming">How long it is warmed up.</param>
    /// <param name="time">For how long.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<Latencies> RunAsync(int watchers, Func<int, string> code, TimeSpan warming, TimeSpan time, CancellationToken cancel)
    {
        await using CrimeAuditClient client = server.Client();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        int warm = (int)(warming.TotalSeconds * perSecond);
        int updates = (int)(time.TotalSeconds * perSecond);
        Watcher[] watching = [.. Enumerable.Range(0, watchers).Select(w => new Watcher(client.Incidents, code(w), warm, warm + updates))];
        Task[] told = [.. watching.Select(w => w.RunAsync(stop.Token))];
        await Task.WhenAll(watching.Select(w => w.Started));
        await StreamAsync(client, warm, skip: 0, cancel);
        await Task.WhenAny(Task.WhenAll(watching.Select(w => w.Warmed)), Task.Delay(Patience, cancel));
        await StreamAsync(client, updates, skip: warm, cancel);
        // Whoever is behind may catch up: late deliveries are the ones that count.
        await Task.WhenAny(Task.WhenAll(watching.Select(w => w.Ended)), Task.Delay(Patience, cancel));
        await stop.CancelAsync();
        await Task.WhenAll(told);
        var all = new Latencies();
        all.AddAll(watching.Select(w => w.Latencies));
        return all;
    }

    private async Task StreamAsync(CrimeAuditClient client, int updates, int skip, CancellationToken cancel)
    {
        await using IncidentWriter writer = client.Incidents.OpenWriter();
        using var ticks = new PeriodicTimer(Tick);
        using IEnumerator<IncidentUpdate> next = SampleUpdates.Take(updates, skip).GetEnumerator();
        long started = Stopwatch.GetTimestamp();
        for (int sent = 0; sent < updates;)
        {
            await ticks.WaitForNextTickAsync(cancel);
            // By the time that has passed, not by ticks: ticks that were missed must not thin the load out.
            for (int due = (int)Math.Min(updates, Stopwatch.GetElapsedTime(started).TotalSeconds * perSecond); sent < due; sent++)
            {
                next.MoveNext();
                await writer.WriteAsync(next.Current, cancel);
            }
        }

        await writer.FlushAsync(cancel);
        Reached = updates / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
