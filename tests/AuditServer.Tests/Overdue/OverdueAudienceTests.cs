using AuditServer.Overdue;
using AuditServer.Overdue.Watching;

namespace AuditServer.Tests.Overdue;

public sealed class OverdueAudienceTests
{
    private static readonly WatchPoint Point = new(5, 1_000);

    private readonly OverdueAudience audience = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_watch_is_ready_once_the_clock_runs_and_hears_of_its_own_forces()
    {
        using OverdueSubscription first = Join();
        Assert.False(first.Ready.IsCompleted);
        audience.Begin(Point);
        Assert.Equal(Point, await first.Ready);
        using OverdueSubscription second = Join();
        Assert.Equal(Point, await second.Ready);

        audience.Tell([Event("essex"), Event("kent")], new WatchPoint(6, 2_000));
        Assert.Equal("kent", (await second.Events.ReadAsync(Cancel)).Force);
        Assert.False(second.Events.TryRead(out _));
        Assert.Equal(new WatchPoint(6, 2_000), audience.Point);
    }

    [Fact]
    public async Task More_than_may_wait_is_lost_to_the_slow_and_to_nobody_else()
    {
        audience.Begin(Point);
        using OverdueSubscription slow = Join(backlog: 2);
        using OverdueSubscription roomy = Join(backlog: 3);
        audience.Tell([Event("kent"), Event("kent")], Point);
        Assert.False(slow.Lost);
        audience.Tell([Event("kent")], Point);
        Assert.Equal((true, false), (slow.Lost, roomy.Lost));
        Assert.Equal(3, roomy.Events.Count);

        // What waits can still be read, and then nothing more comes.
        audience.Tell([Event("kent")], Point);
        Assert.Equal(2, slow.Events.Count);
        Assert.True(slow.Events.TryRead(out _) && slow.Events.TryRead(out _));
        Assert.False(await slow.Events.WaitToReadAsync(Cancel));
    }

    [Fact]
    public void The_clock_rests_only_when_the_last_watch_has_gone()
    {
        audience.Begin(Point);
        OverdueSubscription one = Join();
        OverdueSubscription other = Join();
        one.Dispose();
        Assert.False(audience.Rest());
        other.Dispose();
        Assert.True(audience.Rest());
        Assert.Null(audience.Point);
    }

    [Fact]
    public void How_far_to_look_ahead_changes_with_the_first_and_the_last_of_a_kind()
    {
        Task changed = audience.Changed;
        Assert.Empty(audience.Aheads);
        using OverdueSubscription overdue = Join();
        Assert.True(changed.IsCompleted);
        Assert.Equal([0], audience.Aheads);

        changed = audience.Changed;
        using OverdueSubscription same = Join();
        Assert.False(changed.IsCompleted);
        OverdueSubscription ahead = Join(TimeSpan.FromHours(2));
        Assert.True(changed.IsCompleted);
        Assert.Equal([0, 7_200_000_000], audience.Aheads.Order());
        changed = audience.Changed;
        ahead.Dispose();
        Assert.True(changed.IsCompleted);
        Assert.Equal([0], audience.Aheads);
    }

    private OverdueSubscription Join(TimeSpan within = default, int backlog = 100) => audience.Join(Kent.Filter(within), backlog);

    private static DeadlineNeared Event(string force) => new(new OverdueRow { Force = force }, Point, new WatchPoint(5, 2_000));
}
