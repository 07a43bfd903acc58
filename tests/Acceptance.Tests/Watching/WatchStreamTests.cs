using Acceptance.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;
using Grpc.Core;

namespace Acceptance.Tests.Watching;

public abstract class WatchStreamTests<TService>(TService service) : AcceptanceTests<TService>(service)
    where TService : ServiceUnderTest, new()
{
    private const int Watchers = 200;
    private const int Updates = 60;

    [Fact]
    public async Task A_silent_stream_tells_by_the_servers_clock_that_it_lives()
    {
        await using TService own = await EmptyServiceAsync();
        await SubmitAsync(own, Told.Report("surrey", "s1"));
        int beats = 0;
        await foreach (WatchIncidentsResponse message in own.Reader("kent").Incidents.WatchAsync("kent", cancellationToken: Cancel))
        {
            if (message.Heartbeat is not null)
            {
                Assert.Equal(1, message.Heartbeat.TreeSize);
                beats++;
            }

            if (beats == 3)
            {
                Assert.Equal(1, (await ResumedAsync(own, new() { Force = "kent", ResumeToken = message.ResumeToken }))[^1].CaughtUp.TreeSize);
                break;
            }

            Assert.True(message.CaughtUp is not null || message.Heartbeat is not null, $"{message}");
            own.Clock.Advance(TimeSpan.FromSeconds(15));
        }
    }

    [Fact]
    public async Task Checkpoints_come_also_where_nothing_passes_and_a_watch_resumed_from_one_looks_at_nothing_before_it()
    {
        await using var own = new TService
        {
            Settings = new Dictionary<string, string?>
            {
                ["CrimeAudit:Watching:PageSize"] = "5",
                ["CrimeAudit:Watching:CheckpointEvery"] = "10",
            },
        };
        await own.InitializeAsync();
        await SubmitAsync(own, [.. Enumerable.Range(0, 32).Select(i => Told.Report("kent", $"r{i}"))]);
        var closed = new WatchIncidentsRequest { Force = "kent", Status = IncidentStatus.Closed };
        List<WatchIncidentsResponse> messages = await ResumedAsync(own, closed);
        Assert.Equal([10L, 20, 30, -32], messages.Select(m => m.Checkpoint?.TreeSize ?? -m.CaughtUp?.TreeSize));

        List<WatchIncidentsResponse> resumed = await ResumedAsync(own, new(closed) { ResumeToken = messages[1].ResumeToken });
        Assert.Equal([30L, -32], resumed.Select(m => m.Checkpoint?.TreeSize ?? -m.CaughtUp?.TreeSize));
    }

    [Fact]
    public async Task Two_hundred_watches_at_once_all_tell_the_same()
    {
        await using TService own = await EmptyServiceAsync();
        IIncidentClient kent = own.Reader("kent").Incidents;
        using var ready = new CountdownEvent(Watchers);
        var allReady = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task<List<long>>[] watches = [.. Enumerable.Range(0, Watchers).Select(_ => WatchAsync())];
        await allReady.Task.WaitAsync(Cancel);
        await WriteAsync(own, Enumerable.Range(0, Updates).Select(i => Told.Report("kent", $"r{i}")));
        Assert.All(await Task.WhenAll(watches), indexes => Assert.Equal(Enumerable.Range(0, Updates).Select(i => (long)i), indexes));

        async Task<List<long>> WatchAsync()
        {
            var indexes = new List<long>();
            await foreach (WatchIncidentsResponse message in kent.WatchAsync("kent", cancellationToken: Cancel))
            {
                if (message.CaughtUp is not null && ready.Signal())
                {
                    allReady.SetResult();
                }

                if (message.Entry is not null)
                {
                    indexes.Add(message.Entry.EntryIndex);
                }

                if (indexes.Count == Updates)
                {
                    break;
                }
            }

            return indexes;
        }
    }

    [Fact]
    public async Task One_watch_more_than_the_limit_is_refused_by_its_name_and_let_in_once_another_has_gone()
    {
        await using var own = new TService { Settings = new Dictionary<string, string?> { ["CrimeAudit:Watching:MostWatches"] = "1" } };
        await own.InitializeAsync();
        CrimeAuditClient kent = own.Reader("kent");
        var request = new WatchIncidentsRequest { Force = "kent" };
        using (AsyncServerStreamingCall<WatchIncidentsResponse> first = kent.Raw.Incidents.WatchIncidents(request, cancellationToken: Cancel))
        {
            Assert.True(await first.ResponseStream.MoveNext(Cancel));
            using AsyncServerStreamingCall<WatchIncidentsResponse> second = kent.Raw.Incidents.WatchIncidents(request, cancellationToken: Cancel);
            var refused = CrimeAuditException.From(await Assert.ThrowsAsync<RpcException>(() => second.ResponseStream.MoveNext(Cancel)));
            Assert.Equal((StatusCode.ResourceExhausted, ErrorReason.TooManyWatches), (refused.StatusCode, refused.Reason));
            Assert.Equal(TimeSpan.FromSeconds(5), refused.RetryAfter);
            Assert.Contains("1 watches at once (CrimeAudit:Watching:MostWatches)", refused.Message, StringComparison.Ordinal);
        }

        // The client's own watch asks again until the server has noticed that the first is gone.
        Assert.Single(await Watched.UntilCaughtUpAsync(kent.Incidents, request, Cancel));
    }

    [Fact]
    public async Task A_watch_that_is_never_read_holds_up_nobody()
    {
        await using TService own = await EmptyServiceAsync();
        CrimeAuditClient kent = own.Reader("kent");
        using AsyncServerStreamingCall<WatchIncidentsResponse> unread = kent.Raw.Incidents.WatchIncidents(
            new WatchIncidentsRequest { Force = "kent" }, cancellationToken: Cancel);
        Assert.True(await unread.ResponseStream.MoveNext(Cancel));
        // Far more than the windows and buffers between them hold.
        string[] refs = [.. Enumerable.Range(0, 5_000).Select(i => $"r{i}")];
        await WriteAsync(own, refs.Select(r => Told.Report("kent", r, [.. Enumerable.Range(0, 5).Select(a => Told.Alleged($"{a}-{new string('x', 60)}"))])));
        List<WatchIncidentsResponse> read = await ResumedAsync(own, new() { Force = "kent" });
        Assert.Equal(refs, read.Entries().Select(e => e.Incident.Key.Ref));

        // And once it is read nothing is missing.
        for (int i = 0; i < refs.Length; i++)
        {
            do
            {
                Assert.True(await unread.ResponseStream.MoveNext(Cancel));
            }
            while (unread.ResponseStream.Current.Entry is null);
            Assert.Equal(i, unread.ResponseStream.Current.Entry.EntryIndex);
        }
    }

    [Fact]
    public async Task A_server_that_stops_ends_its_watches_and_says_so_and_a_watch_goes_on_with_the_one_that_follows()
    {
        await using TService own = await EmptyServiceAsync();
        await SubmitAsync(own, Told.Report("kent", "r0"));
        CrimeAuditClient kent = own.Reader("kent");
        using AsyncServerStreamingCall<WatchIncidentsResponse> watch = kent.Raw.Incidents.WatchIncidents(
            new WatchIncidentsRequest { Force = "kent" }, cancellationToken: Cancel);
        Assert.True(await watch.ResponseStream.MoveNext(Cancel));
        Assert.True(await watch.ResponseStream.MoveNext(Cancel));
        string token = watch.ResponseStream.Current.ResumeToken;
        Task<bool> next = watch.ResponseStream.MoveNext(Cancel);
        await own.StopAcceptingAsync();
        var end = CrimeAuditException.From(await Assert.ThrowsAsync<RpcException>(() => next));
        Assert.Equal((StatusCode.Unavailable, ErrorReason.ServerStopping), (end.StatusCode, end.Reason));

        await own.RestartAsync();
        await SubmitAsync(own, Told.Report("kent", "r1"));
        Assert.Equal([1L], (await ResumedAsync(own, new() { Force = "kent", ResumeToken = token })).Indexes());
    }

    private static Task<List<WatchIncidentsResponse>> ResumedAsync(TService own, WatchIncidentsRequest request) =>
        Watched.UntilCaughtUpAsync(own.Reader(request.Force).Incidents, request, Cancel);
}
