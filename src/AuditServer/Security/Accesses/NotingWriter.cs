using Google.Protobuf;
using Grpc.Core;

namespace AuditServer.Security.Accesses;

/// <summary>Writes the messages of a stream, each once the account of the stream has taken in which records it tells.</summary>
internal sealed class NotingWriter<T>(IServerStreamWriter<T> stream, IMessage request, StreamAccount account) : IServerStreamWriter<T>
{
    public WriteOptions? WriteOptions
    {
        get => stream.WriteOptions;
        set => stream.WriteOptions = value;
    }

    public Task WriteAsync(T message) => WriteAsync(message, CancellationToken.None);

    public async Task WriteAsync(T message, CancellationToken cancellationToken)
    {
        if (AccessDescriptions.Of(request, (IMessage)message!) is { } told)
        {
            await account.AddAsync(told);
        }

        await stream.WriteAsync(message, cancellationToken);
    }
}
