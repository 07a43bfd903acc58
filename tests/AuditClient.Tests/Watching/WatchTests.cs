using Google.Rpc;
using Microsoft.Extensions.Options;

namespace AuditClient.Tests.Watching;

public sealed class WatchTests
{
    private static readonly WatchIncidentsRequest Kent = new() { Force = "kent", Status = IncidentStatus.Open, Start = WatchStart.Now };

    [Fact]
    public async Task After_an_interruption_the_watch_goes_on_from_the_token_of_the_last_message()
    {
        await using FakeServer server = await FakeServer.StartAsync();
        List<WatchIncidentsRequest> asked = [];
        server.Incidents.Watch = async (request, reader, cancel) =>
        {
            asked.Add(request);
            await reader.WriteAsync(Message(asked.Count * 2), cancel);
            await reader.WriteAsync(Message((asked.Count * 2) + 1), cancel);
            throw asked.Count == 1
                ? Statuses.Of(ErrorReason.ServerStopping, TimeSpan.FromMilliseconds(1)).ToRpcException()
                : new RpcException(new Grpc.Core.Status(StatusCode.Unavailable, "reset"));
        };
        List<CrimeAuditException> interruptions = [];
        await using CrimeAuditClient client = server.Connect();

        List<long> indexes = await TakeAsync(client.Incidents, 6, new() { InitialBackoff = TimeSpan.FromMilliseconds(1), OnInterrupted = interruptions.Add });

        Assert.Equal([2L, 3, 4, 5, 6, 7], indexes);
        Assert.Equal(
            [Kent, new(Kent) { Start = WatchStart.Unspecified, ResumeToken = "t3" }, new(Kent) { Start = WatchStart.Unspecified, ResumeToken = "t5" }],
            asked);
        Assert.Equal([ErrorReason.ServerStopping, ErrorReason.Unspecified], interruptions.Select(i => i.Reason));
    }

    [Fact]
    public async Task Before_its_first_message_an_interrupted_watch_asks_the_same_again()
    {
        await using FakeServer server = await FakeServer.StartAsync();
        List<WatchIncidentsRequest> asked = [];
        server.Incidents.Watch = (request, reader, cancel) =>
        {
            asked.Add(request);
            return asked.Count < 3
                ? throw Statuses.Of(ErrorReason.TooManyWatches, TimeSpan.FromMilliseconds(1)).ToRpcException()
                : reader.WriteAsync(Message(1), cancel);
        };
        await using CrimeAuditClient client = server.Connect();

        Assert.Equal([1L], await TakeAsync(client.Incidents, 1, new() { InitialBackoff = TimeSpan.FromMilliseconds(1) }));

        Assert.Equal([Kent, Kent, Kent], asked);
    }

    [Fact]
    public async Task A_refusal_ends_the_watch_at_once()
    {
        await using FakeServer server = await FakeServer.StartAsync();
        server.Incidents.Watch = (_, _, _) => throw Statuses.Of(ErrorReason.InvalidResumeToken).ToRpcException();
        await using CrimeAuditClient client = server.Connect();

        InvalidRequestException refused = await Assert.ThrowsAsync<InvalidRequestException>(() => TakeAsync(client.Incidents, 1));

        Assert.Equal(ErrorReason.InvalidResumeToken, refused.Reason);
        Assert.Single(server.Calls.Calls);
    }

    [Fact]
    public async Task Pauses_grow_until_a_message_comes_and_are_never_shorter_than_the_service_asks()
    {
        await using FakeServer server = await FakeServer.StartAsync();
        TestClock clock = new();
        int asked = 0;
        server.Incidents.Watch = (_, reader, cancel) => ++asked < 4
            ? throw Statuses.Of(ErrorReason.StorageUnavailable, TimeSpan.FromSeconds(2)).ToRpcException()
            : reader.WriteAsync(Message(1), cancel);
        await using CrimeAuditClient client = server.Connect(options => options.TimeProvider = clock);
        Task<List<long>> watch = TakeAsync(client.Incidents, 1, new() { InitialBackoff = TimeSpan.FromSeconds(4), MaxBackoff = TimeSpan.FromSeconds(64) });

        Assert.InRange(await PauseAsync(), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4));
        Assert.InRange(await PauseAsync(), TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(8));
        Assert.InRange(await PauseAsync(), TimeSpan.FromSeconds(8), TimeSpan.FromSeconds(16));
        Assert.Equal([1L], await watch.Soon());

        Task<TimeSpan> PauseAsync() => clock.PassPauseAsync(_ => true).Soon();
    }

    [Fact]
    public async Task Without_a_message_for_the_time_given_the_watch_fails_with_what_ended_the_last_stream()
    {
        await using FakeServer server = await FakeServer.StartAsync();
        TestClock clock = new();
        server.Incidents.Watch = (_, _, _) => throw Statuses.Of(ErrorReason.StorageUnavailable, TimeSpan.FromSeconds(20)).ToRpcException();
        await using CrimeAuditClient client = server.Connect(options => options.TimeProvider = clock);
        Task<List<long>> watch = TakeAsync(client.Incidents, 1, new() { GiveUpAfter = TimeSpan.FromSeconds(30) });

        await clock.PassPauseAsync(_ => true).Soon();
        await clock.PassPauseAsync(_ => true).Soon();

        ServiceUnavailableException given = await Assert.ThrowsAsync<ServiceUnavailableException>(() => watch.Soon());
        Assert.Equal(ErrorReason.StorageUnavailable, given.Reason);
        Assert.Equal(3, server.Calls.Calls.Count);
    }

    [Fact]
    public async Task Whoever_cancels_a_watch_gets_a_cancellation_and_no_further_stream()
    {
        await using FakeServer server = await FakeServer.StartAsync();
        server.Incidents.Watch = async (_, reader, cancel) =>
        {
            await reader.WriteAsync(Message(1), cancel);
            await Task.Delay(Timeout.InfiniteTimeSpan, cancel);
        };
        await using CrimeAuditClient client = server.Connect();
        using CancellationTokenSource enough = new();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (WatchIncidentsResponse message in client.Incidents.WatchAsync(Kent, cancellationToken: enough.Token))
            {
                await enough.CancelAsync();
            }
        });

        Assert.Equal(new RecordedCall("WatchIncidents", Timeout.InfiniteTimeSpan, "Bearer a-token"), Assert.Single(server.Calls.Calls));
    }

    [Fact]
    public async Task Wrong_options_are_all_named_before_anything_is_sent()
    {
        await using FakeServer server = await FakeServer.StartAsync();
        await using CrimeAuditClient client = server.Connect();

        OptionsValidationException wrong = Assert.Throws<OptionsValidationException>(() => client.Incidents.WatchAsync(
            Kent, new() { InitialBackoff = TimeSpan.Zero, GiveUpAfter = TimeSpan.Zero }));

        Assert.Equal(2, wrong.Failures.Count());
    }

    private static async Task<List<long>> TakeAsync(IIncidentClient client, int count, IncidentWatchOptions? options = null)
    {
        List<long> indexes = [];
        await foreach (WatchIncidentsResponse message in client.WatchAsync(Kent, options, TestContext.Current.CancellationToken))
        {
            indexes.Add(message.Entry.EntryIndex);
            if (indexes.Count == count)
            {
                break;
            }
        }

        return indexes;
    }

    private static WatchIncidentsResponse Message(long index) => new() { ResumeToken = $"t{index}", Entry = new WatchedEntry { EntryIndex = index } };
}
