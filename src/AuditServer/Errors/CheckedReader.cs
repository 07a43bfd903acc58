using Google.Protobuf;
using Grpc.Core;

namespace AuditServer.Errors;

/// <summary>Reads a client stream; a message that cannot be read is the client's fault, and is told as that.</summary>
internal sealed class CheckedReader<TRequest>(IAsyncStreamReader<TRequest> stream, MessageLimit limit) : IAsyncStreamReader<TRequest>
{
    // What the library says of a length that no message can have. What it throws says no more, and a broken connection throws it too.
    private const string NoLength = "Message too large";

    public TRequest Current => stream.Current;

    public async Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        try
        {
            return await stream.MoveNext(cancellationToken);
        }
        catch (RpcException tooLarge) when (tooLarge.StatusCode == StatusCode.ResourceExhausted)
        {
            throw limit.Exceeded();
        }
        catch (Exception unreadable) when (IsUnreadable(unreadable))
        {
            throw Faults.UnreadableMessage();
        }
    }

    /// <summary>No protobuf, or a frame that is cut short, not compressed as it says, or of a flag or length that there is not.</summary>
    private static bool IsUnreadable(Exception failure) => failure switch
    {
        InvalidProtocolBufferException or InvalidDataException => true,
        RpcException framed => framed.StatusCode == StatusCode.Internal,
        _ => failure.Message.StartsWith(NoLength, StringComparison.Ordinal),
    };
}
