namespace AuditClient.Tests.Watching;

public sealed class WatchOverdueTests
{
    private static readonly WatchOverdueRequest Kent = new() { Force = "kent", Origin = CrimeOrigin.Presumed };

    [Fact]
    public async Task After_an_interruption_the_watch_asks_the_same_again_and_begins_with_the_list()
    {
        await using FakeServer server = await FakeServer.StartAsync();
        List<WatchOverdueRequest> asked = [];
        server.Incidents.WatchesOverdue = async (request, reader, cancel) =>
        {
            asked.Add(request);
            await reader.WriteAsync(new WatchOverdueResponse { Begun = new OverdueBegun { Listed = asked.Count } }, cancel);
            throw asked.Count switch
            {
                1 => Statuses.Of(ErrorReason.ServerStopping, TimeSpan.FromMilliseconds(1)).ToRpcException(),
                2 => Statuses.Of(ErrorReason.TooManyWatches, TimeSpan.FromMilliseconds(1)).ToRpcException(),
                _ => new RpcException(new Grpc.Core.Status(StatusCode.Unavailable, "reset")),
            };
        };
        List<CrimeAuditException> interruptions = [];
        await using CrimeAuditClient client = server.Connect();

        List<int> begun = await TakeAsync(client, 4, new() { InitialBackoff = TimeSpan.FromMilliseconds(1), OnInterrupted = interruptions.Add });

        Assert.Equal([1, 2, 3, 4], begun);
        Assert.Equal([Kent, Kent, Kent, Kent], asked);
        Assert.Equal(
            [ErrorReason.ServerStopping, ErrorReason.TooManyWatches, ErrorReason.Unspecified], interruptions.Select(i => i.Reason));
    }

    [Fact]
    public async Task A_refusal_ends_the_watch_at_once()
    {
        await using FakeServer server = await FakeServer.StartAsync();
        server.Incidents.WatchesOverdue = (_, _, _) => throw Statuses.Of(ErrorReason.ForceNotPermitted).ToRpcException();
        await using CrimeAuditClient client = server.Connect();

        PermissionException refused = await Assert.ThrowsAsync<PermissionException>(() => TakeAsync(client, 1));

        Assert.Equal(ErrorReason.ForceNotPermitted, refused.Reason);
        Assert.Equal(new RecordedCall("WatchOverdue", Timeout.InfiniteTimeSpan, "Bearer a-token"), Assert.Single(server.Calls.Calls));
    }

    private static async Task<List<int>> TakeAsync(CrimeAuditClient client, int count, IncidentWatchOptions? options = null)
    {
        List<int> begun = [];
        await foreach (WatchOverdueResponse message in client.Incidents.WatchOverdueAsync(Kent, options, TestContext.Current.CancellationToken))
        {
            begun.Add(message.Begun.Listed);
            if (begun.Count == count)
            {
                break;
            }
        }

        return begun;
    }
}
