using System.Runtime.CompilerServices;
using CrimeAudit.V1;
using Grpc.Core;

namespace CrimeAudit.Client;

/// <summary>A watch of an audit over as many streams as it takes; each begins with how the audit stands then.</summary>
internal sealed class AuditWatch(AuditService.AuditServiceClient raw, IncidentWatchOptions options, TimeProvider clock)
{
    private readonly Backoff backoff = new(options.InitialBackoff, options.MaxBackoff);

    public async IAsyncEnumerable<WatchAuditResponse> FollowAsync(WatchAuditRequest request, [EnumeratorCancellation] CancellationToken cancel)
    {
        while (true)
        {
            CrimeAuditException interruption;
            using (AsyncServerStreamingCall<WatchAuditResponse> call = raw.WatchAudit(request, new CallOptions(cancellationToken: cancel)))
            {
                while (true)
                {
                    (bool more, CrimeAuditException? failure) = await MoveNextAsync(call, cancel).ConfigureAwait(false);
                    if (failure is not null)
                    {
                        interruption = failure;
                        break;
                    }

                    if (!more)
                    {
                        yield break;
                    }

                    backoff.Reset();
                    yield return call.ResponseStream.Current;
                }
            }

            if (!StreamEnds.IsPassing(interruption))
            {
                throw interruption;
            }

            await Task.Delay(backoff.Next(interruption.RetryAfter), clock, cancel).ConfigureAwait(false);
        }
    }

    /// <summary>Waits for the next message, or the end that the service makes when the audit has ended; or tells what failed.</summary>
    private static async Task<(bool More, CrimeAuditException? Failure)> MoveNextAsync(
        AsyncServerStreamingCall<WatchAuditResponse> call, CancellationToken cancel)
    {
        try
        {
            return (await call.ResponseStream.MoveNext(cancel).ConfigureAwait(false), null);
        }
        catch (RpcException failure)
        {
            cancel.ThrowIfCancellationRequested();
            return (false, ErrorReading.Read(failure));
        }
    }
}
