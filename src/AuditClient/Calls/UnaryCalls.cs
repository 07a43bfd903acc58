using Grpc.Core;

namespace CrimeAudit.Client;

/// <summary>
/// Runs every unary call of the typed clients: sets the deadline, waits while the service is full, and turns failures
/// into exceptions of this client.
/// </summary>
internal sealed class UnaryCalls(CrimeAuditClientOptions options)
{
    private readonly Dictionary<string, TimeSpan> deadlines = Merge(options.Deadlines);
    private readonly int maxAttempts = options.MaxAttempts;
    private readonly TimeProvider clock = options.TimeProvider;

    /// <summary>gRPC measures deadlines by the machine's clock, so no other clock may set them.</summary>
    public static DateTime MachineTime() => TimeProvider.System.GetUtcNow().UtcDateTime;

    /// <param name="rpc">The RPC's name, by which its deadline is known.</param>
    /// <param name="call">The generated method.</param>
    /// <param name="request">The request; sent as it is, never changed.</param>
    /// <param name="cancel">Ends the call.</param>
    /// <exception cref="CrimeAuditException">The call failed.</exception>
    /// <exception cref="OperationCanceledException">The caller ended it.</exception>
    public async Task<TResponse> RunAsync<TRequest, TResponse>(
        string rpc, Func<TRequest, CallOptions, AsyncUnaryCall<TResponse>> call, TRequest request, CancellationToken cancel)
    {
        using var traced = TracedCall.Unary(rpc);
        try
        {
            return await RunUntracedAsync(rpc, call, request, cancel).ConfigureAwait(false);
        }
        catch (CrimeAuditException failure)
        {
            traced.Failed(failure);
            throw;
        }
        catch (OperationCanceledException)
        {
            traced.Cancelled();
            throw;
        }
    }

    private async Task<TResponse> RunUntracedAsync<TRequest, TResponse>(
        string rpc, Func<TRequest, CallOptions, AsyncUnaryCall<TResponse>> call, TRequest request, CancellationToken cancel)
    {
        DateTime? deadline = DeadlineOf(rpc);
        for (int attempt = 1; ; attempt++)
        {
            TimeSpan? pause;
            try
            {
                return await call(request, new CallOptions(deadline: deadline, cancellationToken: cancel)).ResponseAsync.ConfigureAwait(false);
            }
            catch (RpcException failure)
            {
                cancel.ThrowIfCancellationRequested();
                CrimeAuditException read = ErrorReading.Read(failure);
                pause = Retries.PauseWhenFull(read, attempt, maxAttempts, deadline);
                if (pause is null)
                {
                    throw read;
                }
            }

            await Task.Delay(pause.Value, clock, cancel).ConfigureAwait(false);
        }
    }

    private DateTime? DeadlineOf(string rpc)
    {
        TimeSpan deadline = deadlines[rpc];
        return deadline == Timeout.InfiniteTimeSpan ? null : MachineTime() + deadline;
    }

    private static Dictionary<string, TimeSpan> Merge(IEnumerable<KeyValuePair<string, TimeSpan>> overrides)
    {
        Dictionary<string, TimeSpan> merged = new(RpcDeadlines.Defaults, StringComparer.Ordinal);
        foreach ((string rpc, TimeSpan deadline) in overrides)
        {
            merged[rpc] = deadline;
        }

        return merged;
    }
}
