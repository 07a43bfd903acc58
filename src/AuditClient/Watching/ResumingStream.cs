using System.Runtime.CompilerServices;
using Grpc.Core;

namespace CrimeAudit.Client;

/// <summary>A stream that has no end of its own, over as many calls as it takes.</summary>
/// <param name="rpc">The RPC's name, for whoever counts streams.</param>
/// <param name="open">Calls, given the last message that came over the calls before; null: none did.</param>
/// <param name="options">How it goes on after an interruption.</param>
/// <param name="clock">The clock of the pauses.</param>
/// <param name="isLast">Whether nothing comes after a message; null: something always does.</param>
internal sealed class ResumingStream<T>(
    string rpc, Func<T?, CallOptions, AsyncServerStreamingCall<T>> open, IncidentWatchOptions options, TimeProvider clock, Func<T, bool>? isLast = null)
    where T : class
{
    private readonly Backoff backoff = new(options.InitialBackoff, options.MaxBackoff);
    private long lastMessage = clock.GetTimestamp();

    public async IAsyncEnumerable<T> FollowAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        T? last = null;
        while (true)
        {
            CrimeAuditException? end;
            using (AsyncServerStreamingCall<T> call = open(last, new CallOptions(cancellationToken: cancel)))
            {
                while ((end = await MoveNextAsync(call, cancel).ConfigureAwait(false)) is null)
                {
                    last = call.ResponseStream.Current;
                    backoff.Reset();
                    yield return last;
                    lastMessage = clock.GetTimestamp();
                    if (isLast is not null && isLast(last))
                    {
                        yield break;
                    }
                }
            }

            await PauseAsync(end, cancel).ConfigureAwait(false);
        }
    }

    /// <summary>Waits for the next message; tells why there is none.</summary>
    private static async Task<CrimeAuditException?> MoveNextAsync(AsyncServerStreamingCall<T> call, CancellationToken cancel)
    {
        try
        {
            return await call.ResponseStream.MoveNext(cancel).ConfigureAwait(false)
                ? null
                : StreamEnds.ClosedByService("The service ended a stream that has no end.");
        }
        catch (RpcException failure)
        {
            cancel.ThrowIfCancellationRequested();
            return ErrorReading.Read(failure);
        }
    }

    private async Task PauseAsync(CrimeAuditException end, CancellationToken cancel)
    {
        Instruments.CountEnd(rpc, end);
        bool givenUp = options.GiveUpAfter != Timeout.InfiniteTimeSpan && clock.GetElapsedTime(lastMessage) >= options.GiveUpAfter;
        if (givenUp || !StreamEnds.IsPassing(end))
        {
            throw end;
        }

        options.OnInterrupted?.Invoke(end);
        await Task.Delay(backoff.Next(end.RetryAfter), clock, cancel).ConfigureAwait(false);
    }
}
