using System.Runtime.CompilerServices;
using CrimeAudit.V1;
using Grpc.Core;

namespace CrimeAudit.Client;

/// <summary>A watch over as many streams as it takes: each goes on after the last message that came over the one before.</summary>
internal sealed class IncidentWatch(IncidentService.IncidentServiceClient raw, IncidentWatchOptions options, TimeProvider clock)
{
    private readonly Backoff backoff = new(options.InitialBackoff, options.MaxBackoff);
    private long lastMessage = clock.GetTimestamp();

    public async IAsyncEnumerable<WatchIncidentsResponse> FollowAsync(
        WatchIncidentsRequest request, [EnumeratorCancellation] CancellationToken cancel)
    {
        WatchIncidentsRequest next = new(request);
        while (true)
        {
            CrimeAuditException? end;
            using (AsyncServerStreamingCall<WatchIncidentsResponse> call = raw.WatchIncidents(next, new CallOptions(cancellationToken: cancel)))
            {
                while ((end = await MoveNextAsync(call, cancel).ConfigureAwait(false)) is null)
                {
                    WatchIncidentsResponse message = call.ResponseStream.Current;
                    backoff.Reset();
                    next = new WatchIncidentsRequest(request) { Start = WatchStart.Unspecified, ResumeToken = message.ResumeToken };
                    yield return message;
                    lastMessage = clock.GetTimestamp();
                }
            }

            await PauseAsync(end, cancel).ConfigureAwait(false);
        }
    }

    /// <summary>Waits for the next message; tells why there is none.</summary>
    private static async Task<CrimeAuditException?> MoveNextAsync(
        AsyncServerStreamingCall<WatchIncidentsResponse> call, CancellationToken cancel)
    {
        try
        {
            return await call.ResponseStream.MoveNext(cancel).ConfigureAwait(false) ? null : StreamEnds.ClosedByService("The service ended a stream that has no end.");
        }
        catch (RpcException failure)
        {
            cancel.ThrowIfCancellationRequested();
            return ErrorReading.Read(failure);
        }
    }

    private async Task PauseAsync(CrimeAuditException end, CancellationToken cancel)
    {
        bool givenUp = options.GiveUpAfter != Timeout.InfiniteTimeSpan && clock.GetElapsedTime(lastMessage) >= options.GiveUpAfter;
        if (givenUp || !StreamEnds.IsPassing(end))
        {
            throw end;
        }

        options.OnInterrupted?.Invoke(end);
        await Task.Delay(backoff.Next(end.RetryAfter), clock, cancel).ConfigureAwait(false);
    }
}
