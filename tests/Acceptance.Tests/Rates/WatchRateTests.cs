using Acceptance.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;
using Grpc.Core;

namespace Acceptance.Tests.Rates;

public abstract class WatchRateTests<TService>(TService service) : AcceptanceTests<TService>(service)
    where TService : ServiceUnderTest, new()
{
    [Fact]
    public async Task The_present_answer_comes_first_and_a_new_one_when_something_is_committed()
    {
        await SubmitAsync(Told.Report("kent", "r1", Told.Alleged("a1")));
        await using IAsyncEnumerator<GetAccountedForRateResponse> watch = Watch(Service, "kent");
        GetAccountedForRateResponse first = await NextAsync(watch);
        Assert.Equal(await Service.Reader("kent").Rates.GetAccountedForAsync("kent", Breakdown.Area, Cancel), first);
        Assert.Equal(1, first.Total.Counts.Overdue);

        await SubmitAsync(Told.Crime("kent", "r1", "c1", Moments.Reported, answers: "a1"));
        Service.Clock.Advance(TimeSpan.FromSeconds(1));
        GetAccountedForRateResponse second = await NextAsync(watch);
        Assert.Equal((0, 1), (second.Total.Counts.Overdue, second.Total.Counts.RecordedInTime));
        Assert.Equal(first.AsOf.TreeSize + 1, second.AsOf.TreeSize);
    }

    [Fact]
    public async Task Commits_within_an_interval_make_one_answer_together()
    {
        await using TService own = await EmptyServiceAsync();
        await using IAsyncEnumerator<GetAccountedForRateResponse> watch = Watch(own, "kent");
        await NextAsync(watch);
        await SubmitAsync(own, [.. Enumerable.Range(0, 7).Select(i => Told.Report("kent", $"r{i}", Told.Alleged("a1")))]);
        own.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(7, (await NextAsync(watch)).Total.Counts.Overdue);
    }

    [Fact]
    public async Task An_answer_comes_at_the_instant_when_a_pending_crime_becomes_overdue()
    {
        await using TService own = await EmptyServiceAsync();
        DateTimeOffset now = own.Clock.GetUtcNow();
        await SubmitAsync(own, Told.Report("kent", "r1", now.AddHours(-1), "", Told.Alleged("a1")), Told.Report("kent", "r2", now, "", Told.Alleged("a1")));
        await using IAsyncEnumerator<GetAccountedForRateResponse> watch = Watch(own, "kent");
        Assert.Equal((2, 0), Open(await NextAsync(watch)));
        own.Clock.Advance(TimeSpan.FromHours(6) + TimeSpan.FromSeconds(1));
        GetAccountedForRateResponse silent = await NextAsync(watch);
        Assert.Equal(((2, 0), true), (Open(silent), Assert.Single(silent.Freshness).Stale));

        own.Clock.Advance(now.AddHours(23) - own.Clock.GetUtcNow());
        Assert.Equal((2, 0), Open(await own.Reader("kent").Rates.GetAccountedForAsync("kent", cancellationToken: Cancel)));
        own.Clock.Advance(TimeSpan.FromMilliseconds(1));
        GetAccountedForRateResponse due = await NextAsync(watch);
        Assert.Equal((1, 1), Open(due));
        Assert.Equal(now.AddHours(23).AddMilliseconds(1), due.AsOf.EvaluatedTime.ToDateTimeOffset());
        own.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal((0, 2), Open(await NextAsync(watch)));
    }

    [Fact]
    public async Task What_changes_nothing_of_the_answer_is_not_told_and_a_silent_stream_says_that_it_lives()
    {
        await using TService own = await EmptyServiceAsync();
        await using IAsyncEnumerator<WatchAccountedForRateResponse> watch =
            own.Reader("kent").Rates.WatchAccountedForAsync("kent", cancellationToken: Cancel).GetAsyncEnumerator(Cancel);
        Assert.True(await watch.MoveNextAsync());
        await SubmitAsync(own, Told.Report("essex", "r1", Told.Alleged("a1")));
        own.Clock.Advance(TimeSpan.FromSeconds(15));
        Assert.True(await watch.MoveNextAsync());
        Assert.Equal(Moments.Now.AddSeconds(15), watch.Current.Heartbeat.AsOf.EvaluatedTime.ToDateTimeOffset());
    }

    [Fact]
    public async Task A_reader_that_sleeps_is_told_the_newest_answer_and_none_of_those_between()
    {
        await using TService own = await EmptyServiceAsync();
        CrimeAuditClient kent = own.Reader("kent");
        // Answers large enough that the windows between hold few of them.
        await WriteAsync(own, Enumerable.Range(0, 900).Select(i => Coded($"{i:000}-{new string('x', 60)}", $"r{i}")));
        using AsyncServerStreamingCall<WatchAccountedForRateResponse> asleep = kent.Raw.Rates.WatchAccountedForRate(
            new() { Question = new() { Force = "kent", Breakdown = Breakdown.OpeningCode } }, cancellationToken: Cancel);
        Assert.True(await asleep.ResponseStream.MoveNext(Cancel));
        await using IAsyncEnumerator<GetAccountedForRateResponse> awake = Watch(own, "kent");
        await NextAsync(awake);
        const int Commits = 60;
        for (int i = 0; i < Commits; i++)
        {
            await SubmitAsync(own, Coded("late", $"late-{i}"));
            own.Clock.Advance(TimeSpan.FromSeconds(1));
            await NextAsync(awake);
        }

        int told = 0;
        do
        {
            Assert.True(await asleep.ResponseStream.MoveNext(Cancel));
            told++;
        }
        while (asleep.ResponseStream.Current.Answer?.Total.Counts.Alleged != 900 + Commits);
        Assert.InRange(told, 1, Commits - 1);
    }

    [Fact]
    public async Task Watches_of_one_question_all_tell_the_same_and_one_that_leaves_takes_nothing_from_the_others()
    {
        await using TService own = await EmptyServiceAsync();
        IAsyncEnumerator<GetAccountedForRateResponse>[] watches = [.. Enumerable.Range(0, 20).Select(_ => Watch(own, "kent"))];
        foreach (IAsyncEnumerator<GetAccountedForRateResponse> watch in watches)
        {
            await NextAsync(watch);
        }

        await watches[0].DisposeAsync();
        await SubmitAsync(own, Told.Report("kent", "r1", Told.Alleged("a1")));
        own.Clock.Advance(TimeSpan.FromSeconds(1));
        GetAccountedForRateResponse[] told = await Task.WhenAll(watches.Skip(1).Select(NextAsync));
        Assert.All(told, t => Assert.Equal(told[0], t));
        foreach (IAsyncEnumerator<GetAccountedForRateResponse> watch in watches.Skip(1))
        {
            await watch.DisposeAsync();
        }
    }

    [Fact]
    public async Task One_watch_more_than_the_limit_is_refused_and_a_server_that_stops_ends_those_it_has()
    {
        await using var own = new TService { Settings = new Dictionary<string, string?> { ["CrimeAudit:Watching:MostWatches"] = "1" } };
        await own.InitializeAsync();
        CrimeAuditClient kent = own.Reader("kent");
        var request = new WatchAccountedForRateRequest { Question = new() { Force = "kent" } };
        using AsyncServerStreamingCall<WatchAccountedForRateResponse> first = kent.Raw.Rates.WatchAccountedForRate(request, cancellationToken: Cancel);
        Assert.True(await first.ResponseStream.MoveNext(Cancel));
        using AsyncServerStreamingCall<WatchAccountedForRateResponse> second = kent.Raw.Rates.WatchAccountedForRate(request, cancellationToken: Cancel);
        Assert.Equal(ErrorReason.TooManyWatches, (await EndAsync(second.ResponseStream.MoveNext(Cancel))).Reason);

        Task<bool> next = first.ResponseStream.MoveNext(Cancel);
        await own.StopAcceptingAsync();
        Assert.Equal(ErrorReason.ServerStopping, (await EndAsync(next)).Reason);
    }

    [Fact]
    public async Task A_question_is_checked_as_one_asked_once_is()
    {
        var wrong = new GetAccountedForRateRequest { Force = "kent", FromMonth = "2019-13", Breakdown = (Breakdown)77 };
        InvalidRequestException refused = await Assert.ThrowsAsync<InvalidRequestException>(
            () => AllAsync(Service.Reader("kent").Rates.WatchAccountedForAsync(wrong, cancellationToken: Cancel)));
        Assert.Equal(["question.from_month", "question.breakdown"], refused.Violations.Select(v => v.Field));
        refused = await Assert.ThrowsAsync<InvalidRequestException>(
            () => AllAsync(Service.Reader("kent").Rates.WatchAccountedForAsync("", cancellationToken: Cancel)));
        Assert.Equal("question.force", Assert.Single(refused.Violations).Field);
    }

    private static (long Pending, long Overdue) Open(GetAccountedForRateResponse answer) =>
        (answer.Total.Counts.Pending, answer.Total.Counts.Overdue);

    private static IncidentUpdate Coded(string code, string reference) =>
        Told.Report("kent", reference, Moments.Reported, code, Told.Alleged("a1"));

    private static IAsyncEnumerator<GetAccountedForRateResponse> Watch(TService of, string force) => Answers(
        of.Reader(force).Rates.WatchAccountedForAsync(force, Breakdown.Area, Cancel)).GetAsyncEnumerator(Cancel);

    private static async IAsyncEnumerable<GetAccountedForRateResponse> Answers(IAsyncEnumerable<WatchAccountedForRateResponse> messages)
    {
        await foreach (WatchAccountedForRateResponse message in messages)
        {
            if (message.Answer is not null)
            {
                yield return message.Answer;
            }
        }
    }

    private static async Task<GetAccountedForRateResponse> NextAsync(IAsyncEnumerator<GetAccountedForRateResponse> watch)
    {
        Assert.True(await watch.MoveNextAsync().AsTask().WaitAsync(Cancel));
        return watch.Current;
    }

    private static async Task<CrimeAuditException> EndAsync(Task<bool> next) =>
        CrimeAuditException.From(await Assert.ThrowsAsync<RpcException>(() => next));
}
