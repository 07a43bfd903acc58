using Grpc.Core;

namespace CrimeAudit.Client;

/// <summary>Reads streams that are taken once and never resumed; what fails is told as the exceptions of this client.</summary>
internal static class ServerStreams
{
    /// <summary>Moves to the next message.</summary>
    /// <exception cref="CrimeAuditException">The call failed.</exception>
    /// <exception cref="OperationCanceledException">The caller ended it.</exception>
    public static async Task<bool> MoveNextAsync<T>(this AsyncServerStreamingCall<T> call, CancellationToken cancel)
    {
        try
        {
            return await call.ResponseStream.MoveNext(cancel).ConfigureAwait(false);
        }
        catch (RpcException failure)
        {
            cancel.ThrowIfCancellationRequested();
            throw ErrorReading.Read(failure);
        }
    }
}
