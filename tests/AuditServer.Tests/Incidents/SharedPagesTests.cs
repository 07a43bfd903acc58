using AuditServer.Incidents.Watching;
using Microsoft.Extensions.Time.Testing;

namespace AuditServer.Tests.Incidents;

public sealed class SharedPagesTests
{
    private static readonly WatchRange First = new("kent", 0, 10, 10);

    private readonly FakeTimeProvider clock = new();
    private readonly SharedPages pages;
    private int read;

    public SharedPagesTests() => pages = new SharedPages(clock);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_range_that_several_ask_for_at_about_the_same_time_is_read_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => GetAsync(First)));
        await GetAsync(First);
        Assert.Equal(1, read);
    }

    [Fact]
    public async Task A_range_that_ends_elsewhere_is_another_page()
    {
        await GetAsync(First);
        await GetAsync(First with { To = 11 });
        await GetAsync(First with { Force = null });
        Assert.Equal(3, read);
    }

    [Fact]
    public async Task A_page_is_read_again_by_whoever_comes_later()
    {
        await GetAsync(First);
        clock.Advance(TimeSpan.FromSeconds(2));
        await GetAsync(First);
        Assert.Equal(2, read);
    }

    [Fact]
    public async Task A_page_that_could_not_be_read_fails_those_who_waited_and_is_tried_again_for_the_next()
    {
        await Assert.ThrowsAsync<IOException>(() => pages.GetAsync(First, (_, _) => throw new IOException("gone"), Cancel));
        await GetAsync(First);
        Assert.Equal(1, read);
    }

    [Fact]
    public async Task Who_stops_waiting_does_not_stop_the_others()
    {
        var held = new TaskCompletionSource<IReadOnlyList<ToldUpdate>>();
        using var impatient = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        Task<IReadOnlyList<ToldUpdate>> left = pages.GetAsync(First, (_, _) => held.Task, impatient.Token);
        Task<IReadOnlyList<ToldUpdate>> stays = pages.GetAsync(First, (_, _) => held.Task, Cancel);
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        held.SetResult([]);
        Assert.Empty(await stays);
    }

    [Fact]
    public async Task A_reading_for_which_nobody_waits_any_more_is_cancelled()
    {
        var begun = new TaskCompletionSource<CancellationToken>();
        using var impatient = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        Task<IReadOnlyList<ToldUpdate>> left = pages.GetAsync(
            First,
            async (_, token) =>
            {
                begun.SetResult(token);
                await Task.Delay(Timeout.InfiniteTimeSpan, token);
                return [];
            },
            impatient.Token);
        CancellationToken reading = await begun.Task;
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        Assert.True(reading.IsCancellationRequested);
        await GetAsync(First);
        Assert.Equal(1, read);
    }

    [Fact]
    public async Task Of_very_many_ranges_the_latest_are_shared()
    {
        for (int to = 10; to < 200; to++)
        {
            clock.Advance(TimeSpan.FromMicroseconds(1));
            await GetAsync(First with { To = to });
        }

        await GetAsync(First with { To = 199 });
        Assert.Equal(190, read);
    }

    private Task<IReadOnlyList<ToldUpdate>> GetAsync(WatchRange range) => pages.GetAsync(
        range,
        (_, _) =>
        {
            Interlocked.Increment(ref read);
            return Task.FromResult<IReadOnlyList<ToldUpdate>>([]);
        },
        Cancel);
}
