using AuditServer.Errors;
using AuditServer.Incidents.Watching;
using AuditServer.Sequencing;
using CrimeAudit.V1;
using Grpc.Core;
using Microsoft.Extensions.Options;

namespace AuditServer.Rates;

/// <summary>The watches of live rates of this instance. All that ask the same share one computation.</summary>
internal sealed class RateWatches(
    AccountedForQueries queries,
    LogSignal signal,
    WatchLimit limit,
    WatchTurns turns,
    IOptions<WatchingOptions> watching,
    IOptions<RateOptions> rates,
    TimeProvider clock)
{
    private readonly Dictionary<AccountedForQuestion, WatchedRate> watched = [];
    private readonly Lock gate = new();

    /// <summary>Runs a watch until it is cancelled.</summary>
    /// <exception cref="Fault">TOO_MANY_WATCHES.</exception>
    public async Task RunAsync(
        AccountedForQuestion question, IServerStreamWriter<WatchAccountedForRateResponse> reader, CancellationToken cancel)
    {
        using IDisposable place = limit.Enter();
        LiveAnswer first = await AnswerAsync(question, cancel);
        // What was committed to give this answer may be news to the signal.
        signal.Publish(first.TreeSize);
        WatchedRate rate = Join(question, first);
        try
        {
            await new RateWatch(rate, watching.Value.Heartbeat, clock, reader).RunAsync(first, cancel);
        }
        finally
        {
            Leave(question, rate);
        }
    }

    private WatchedRate Join(AccountedForQuestion question, LiveAnswer known)
    {
        lock (gate)
        {
            if (!watched.TryGetValue(question, out WatchedRate? rate) || rate.HasFailed)
            {
                watched[question] = rate = new WatchedRate(
                    cancel => AnswerAsync(question, cancel), signal, rates.Value.WatchInterval, clock, known);
            }

            rate.Watchers++;
            return rate;
        }
    }

    private void Leave(AccountedForQuestion question, WatchedRate rate)
    {
        lock (gate)
        {
            if (--rate.Watchers > 0)
            {
                return;
            }

            if (watched.GetValueOrDefault(question) == rate)
            {
                watched.Remove(question);
            }
        }

        rate.Dispose();
    }

    private Task<LiveAnswer> AnswerAsync(AccountedForQuestion question, CancellationToken cancel) =>
        turns.TakeAsync(() => queries.AnswerAsync(question, cancel), cancel);
}
