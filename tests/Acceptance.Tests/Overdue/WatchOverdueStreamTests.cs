using System.Diagnostics;
using System.Globalization;
using Acceptance.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;
using Google.Protobuf;
using Grpc.Core;

namespace Acceptance.Tests.Overdue;

public abstract class WatchOverdueStreamTests<TService>(TService service) : AcceptanceTests<TService>(service)
    where TService : ServiceUnderTest, new()
{
    private const int Watchers = 200;
    private const int Crimes = 10;

    [Fact]
    public async Task Two_hundred_watchers_at_once_are_all_told_of_a_deadline_within_two_seconds_and_once()
    {
        await using TService own = await EmptyServiceAsync();
        IncidentUpdate report = Told.Report(
            "kent", "r1", own.Clock.GetUtcNow(), "", [.. Enumerable.Range(0, Crimes).Select(i => Told.Alleged($"a{i}"))]);
        await SubmitAsync(own, report);
        OverdueWatcher[] watchers = await Task.WhenAll(
            Enumerable.Range(0, Watchers).Select(_ => OverdueWatcher.BeginAsync(own.Reader("kent"), "kent", Cancel)));

        // To step through a day of everybody's timers takes this clock a second; no clock that a server runs by does that.
        own.Clock.Advance(TimeSpan.FromHours(24) + TimeSpan.FromSeconds(1));
        long passed = Stopwatch.GetTimestamp();
        string[][] told = await Task.WhenAll(watchers.Select(PassedAsync));
        TimeSpan last = Stopwatch.GetElapsedTime(passed);
        TestContext.Current.TestOutputHelper?.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{Crimes} deadlines, {Watchers} watchers: the last told {last.TotalMilliseconds:N0} ms after"));
        string[] refs = [.. Enumerable.Range(0, Crimes).Select(i => $"a{i}")];
        Assert.All(told, t => Assert.Equal(refs, t));
        Assert.InRange(last, TimeSpan.Zero, TimeSpan.FromSeconds(2));

        // Nothing was told twice: what comes next is the answer to one of them.
        await SubmitAsync(own, Told.Crime("kent", "r1", "c1", own.Clock.GetUtcNow(), answers: "a0"));
        Assert.All(await Task.WhenAll(watchers.Select(w => w.NewsAsync())), news => Assert.Equal("resolved a0", news));
        await Task.WhenAll(watchers.Select(w => w.DisposeAsync().AsTask()));
    }

    [Fact]
    public async Task Deadlines_that_pass_while_updates_stream_in_are_told_each_once()
    {
        await using TService own = await EmptyServiceAsync();
        DateTimeOffset now = own.Clock.GetUtcNow();
        await SubmitAsync(own, [.. Enumerable.Range(0, 50).Select(i => Told.Report("kent", $"due-{i}", now.AddSeconds(i), "", Told.Alleged($"d{i:00}")))]);
        await using OverdueWatcher watcher = await OverdueWatcher.BeginAsync(own.Reader("kent"), "kent", Cancel);
        own.Clock.Advance(TimeSpan.FromHours(24));
        Task writing = WriteAsync(own, Enumerable.Range(0, 1_000).Select(i => Told.Report("kent", $"late-{i}", now.AddDays(-2), "", Told.Alleged("l"))));
        var passed = new List<string>();
        var listed = new HashSet<string>();
        var points = new Dictionary<long, ByteString>();
        while (passed.Count < 50 || listed.Count < 1_000)
        {
            own.Clock.Advance(TimeSpan.FromSeconds(1));
            WatchOverdueResponse next = await watcher.AnyAsync();
            Assert.Null(next.Resolved);
            points[next.AsOf.TreeSize] = next.AsOf.RootHash;
            if (next.Passed is { } crime)
            {
                passed.Add(crime.AllegedRef);
            }
            else if (next.Listed is { } late)
            {
                Assert.True(listed.Add(late.UnitId), $"{late.UnitId} twice");
            }
        }

        await writing;
        foreach ((long size, ByteString root) in points)
        {
            GetConsistencyProofResponse proof = await own.Reader("kent").Raw.Ledger.GetConsistencyProofAsync(
                new GetConsistencyProofRequest { FirstSize = size }, cancellationToken: Cancel);
            Assert.Equal(proof.FirstRootHash, root);
        }

        Assert.Equal(Enumerable.Range(0, 50).Select(i => $"d{i:00}"), passed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_silent_stream_tells_by_the_servers_clock_that_it_lives()
    {
        await using TService own = await EmptyServiceAsync();
        await SubmitAsync(own, Told.Report("surrey", "s1"));
        await using OverdueWatcher watcher = await OverdueWatcher.BeginAsync(own.Reader("kent"), "kent", Cancel);
        for (int i = 0; i < 3; i++)
        {
            own.Clock.Advance(TimeSpan.FromSeconds(15));
            WatchOverdueResponse beat = await watcher.AnyAsync();
            Assert.NotNull(beat.Heartbeat);
            Assert.Equal(1, beat.AsOf.TreeSize);
        }
    }

    [Fact]
    public async Task Watches_of_incidents_and_of_overdue_crimes_have_one_limit()
    {
        await using var own = new TService { Settings = new Dictionary<string, string?> { ["CrimeAudit:Watching:MostWatches"] = "1" } };
        await own.InitializeAsync();
        CrimeAuditClient kent = own.Reader("kent");
        await using (OverdueWatcher first = await OverdueWatcher.BeginAsync(kent, "kent", Cancel))
        {
            using AsyncServerStreamingCall<WatchIncidentsResponse> second = kent.Raw.Incidents.WatchIncidents(
                new WatchIncidentsRequest { Force = "kent" }, cancellationToken: Cancel);
            var refused = CrimeAuditException.From(await Assert.ThrowsAsync<RpcException>(() => second.ResponseStream.MoveNext(Cancel)));
            Assert.Equal(ErrorReason.TooManyWatches, refused.Reason);
        }

        // The client's own watch asks again until the server has noticed that the first is gone.
        await using OverdueWatcher third = await OverdueWatcher.BeginAsync(kent, "kent", Cancel);
    }

    [Fact]
    public async Task A_list_longer_than_the_limit_holds_the_worst_and_what_it_left_out_is_resolved_too()
    {
        await using var own = new TService { Settings = new Dictionary<string, string?> { ["CrimeAudit:Watching:OverdueListed"] = "1" } };
        await own.InitializeAsync();
        DateTimeOffset now = own.Clock.GetUtcNow();
        await SubmitAsync(own, Told.Report(
            "kent", "r1", now.AddDays(-2), "", Told.Alleged("theft", Codes.Theft), Told.Alleged("rape", Codes.AdultRape)));
        await using OverdueWatcher watcher = await OverdueWatcher.BeginAsync(own.Reader("kent"), "kent", Cancel);
        Assert.Equal(["rape"], watcher.Listed);
        Assert.Equal((2, 1), (watcher.Begun.Totals.Overdue, watcher.Begun.Listed));

        await SubmitAsync(own, Told.Crime("kent", "r1", "c1", now, Codes.Theft, "theft"));
        Assert.Equal("resolved theft", await watcher.NewsAsync());
    }

    [Fact]
    public async Task A_server_that_stops_ends_its_watches_and_says_so_and_a_watch_goes_on_with_the_one_that_follows()
    {
        await using TService own = await EmptyServiceAsync();
        await SubmitAsync(own, Told.Report("kent", "r0", own.Clock.GetUtcNow().AddDays(-2), "", Told.Alleged("a0")));
        using AsyncServerStreamingCall<WatchOverdueResponse> watch = own.Reader("kent").Raw.Incidents.WatchOverdue(
            new WatchOverdueRequest { Force = "kent" }, cancellationToken: Cancel);
        do
        {
            Assert.True(await watch.ResponseStream.MoveNext(Cancel));
        }
        while (watch.ResponseStream.Current.CaughtUp is null);
        Task<bool> next = watch.ResponseStream.MoveNext(Cancel);
        await own.StopAcceptingAsync();
        var end = CrimeAuditException.From(await Assert.ThrowsAsync<RpcException>(() => next));
        Assert.Equal((StatusCode.Unavailable, ErrorReason.ServerStopping), (end.StatusCode, end.Reason));

        await own.RestartAsync();
        await using OverdueWatcher again = await OverdueWatcher.BeginAsync(own.Reader("kent"), "kent", Cancel);
        Assert.Equal(["a0"], again.Listed);
    }

    private static async Task<string[]> PassedAsync(OverdueWatcher watcher)
    {
        string[] refs = new string[Crimes];
        for (int i = 0; i < Crimes; i++)
        {
            refs[i] = (await watcher.NextAsync()).Passed?.AllegedRef ?? "";
        }

        return refs;
    }
}
