using AuditServer.Incidents.Watching;
using CrimeAudit.V1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace AuditServer.Rates;

/// <summary>
/// One watch of a live rate: tells the newest answer when it differs from the one told last. While its reader does not read,
/// the write of a message waits, and answers in between are never told.
/// </summary>
internal sealed class RateWatch(
    WatchedRate rate, TimeSpan heartbeat, TimeProvider clock, IServerStreamWriter<WatchAccountedForRateResponse> reader)
{
    private long lastTold;

    /// <summary>Runs until it is cancelled.</summary>
    /// <param name="first">The present answer.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task RunAsync(LiveAnswer first, CancellationToken cancel)
    {
        LiveAnswer told = first;
        await TellAsync(new() { Answer = told.Response }, cancel);
        while (true)
        {
            if (await NewsAsync(told, cancel) is { } news)
            {
                told = news;
                await TellAsync(new() { Answer = told.Response }, cancel);
            }
            else
            {
                AsOf asOf = new()
                {
                    TreeSize = Math.Max(told.TreeSize, rate.Read().Newest.TreeSize),
                    EvaluatedTime = clock.GetUtcNow().ToTimestamp(),
                };
                await TellAsync(new() { Heartbeat = new RateHeartbeat { AsOf = asOf } }, cancel);
            }
        }
    }

    /// <summary>Waits for an answer that says something else; null when the stream has been silent for long enough.</summary>
    private async Task<LiveAnswer?> NewsAsync(LiveAnswer told, CancellationToken cancel)
    {
        while (true)
        {
            (LiveAnswer newest, Task changed) = rate.Read();
            if (newest.IsNewsAfter(told))
            {
                return newest;
            }

            if (!await Silence.BrokenWithinAsync(TimeLeft, clock, changed.WaitAsync, cancel))
            {
                return null;
            }
        }
    }

    /// <summary>Until the stream has been silent for too long.</summary>
    private TimeSpan TimeLeft() => heartbeat - clock.GetElapsedTime(lastTold);

    private Task TellAsync(WatchAccountedForRateResponse message, CancellationToken cancel)
    {
        lastTold = clock.GetTimestamp();
        return reader.WriteAsync(message, cancel);
    }
}
