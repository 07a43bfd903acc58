using Google.Protobuf;
using Grpc.Core;

namespace AuditServer.Errors;

/// <summary>Reads a client stream; a message that cannot be read is the client's fault, and is told as that.</summary>
internal sealed class CheckedReader<TRequest>(IAsyncStreamReader<TRequest> stream, MessageLimit limit) : IAsyncStreamReader<TRequest>
{
    public TRequest Current => stream.Current;

    public async Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        try
        {
            return await stream.MoveNext(cancellationToken);
        }
        catch (InvalidProtocolBufferException)
        {
            throw Faults.UnreadableMessage();
        }
        catch (RpcException malformed) when (malformed.StatusCode == StatusCode.Internal)
        {
            // So the library calls a frame that is cut short or not compressed as it says.
            throw Faults.UnreadableMessage();
        }
        catch (RpcException tooLarge) when (tooLarge.StatusCode == StatusCode.ResourceExhausted)
        {
            throw limit.Exceeded();
        }
    }
}
