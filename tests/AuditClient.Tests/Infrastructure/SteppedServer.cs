namespace AuditClient.Tests.Infrastructure;

/// <summary>A server that accepts updates one by one when the test says so.</summary>
internal sealed class SteppedServer : IAsyncDisposable
{
    private readonly SemaphoreSlim steps = new(0);
    private readonly Milestones received = new();
    private readonly Milestones accepted = new();

    private SteppedServer(FakeServer server) => Server = server;

    public FakeServer Server { get; }

    public StreamConversation Stream => Server.Incidents.Streams.Single();

    public static async Task<SteppedServer> StartAsync()
    {
        SteppedServer stepped = new(await FakeServer.StartAsync());
        stepped.Server.Incidents.Stream = stepped.ConverseAsync;
        return stepped;
    }

    /// <summary>Lets so many more updates be accepted, as they come.</summary>
    public void Accept(int count) => steps.Release(count);

    public Task ReceivedAsync(int count) => received.ReachedAsync(count);

    public Task AcceptedAsync(int count) => accepted.ReachedAsync(count);

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        steps.Dispose();
    }

    private async Task ConverseAsync(StreamConversation conversation)
    {
        using CancellationTokenSource ended = CancellationTokenSource.CreateLinkedTokenSource(conversation.Context.CancellationToken);
        Task accepting = AcceptAsync(conversation, ended.Token);
        while (await conversation.ReadAsync())
        {
            received.Reach(conversation.Received.Count);
        }

        // The client ends its stream only when everything is accepted.
        await ended.CancelAsync();
        await accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task AcceptAsync(StreamConversation conversation, CancellationToken ended)
    {
        for (int next = 1; ; next++)
        {
            await steps.WaitAsync(ended);
            await received.ReachedAsync(next).WaitAsync(ended);
            await conversation.AcceptAsync(next, next);
            accepted.Reach(next);
        }
    }
}
