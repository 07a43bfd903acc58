using Grpc.Core;

namespace AuditServer.Tests.Support;

/// <summary>A reader that takes a message only when the test lets it, as a slow peer does.</summary>
internal sealed class HeldReader<T> : IServerStreamWriter<T>
{
    private readonly SemaphoreSlim allowed = new(0);
    private readonly SemaphoreSlim waiting = new(0);
    private readonly SemaphoreSlim taken = new(0);

    /// <summary>What it took, in order.</summary>
    public List<T> Taken { get; } = [];

    public WriteOptions? WriteOptions { get; set; }

    /// <summary>Waits until messages stand before the reader, one after the other.</summary>
    public Task OfferedAsync(int messages, CancellationToken cancel) => WaitAsync(waiting, messages, cancel);

    /// <summary>Takes messages, and waits until they have come.</summary>
    public Task TakeAsync(int messages, CancellationToken cancel)
    {
        allowed.Release(messages);
        return WaitAsync(taken, messages, cancel);
    }

    public Task WriteAsync(T message) => WriteAsync(message, CancellationToken.None);

    public async Task WriteAsync(T message, CancellationToken cancellationToken)
    {
        waiting.Release();
        await allowed.WaitAsync(cancellationToken);
        Taken.Add(message);
        taken.Release();
    }

    private static async Task WaitAsync(SemaphoreSlim signal, int times, CancellationToken cancel)
    {
        for (int i = 0; i < times; i++)
        {
            await signal.WaitAsync(cancel);
        }
    }
}
