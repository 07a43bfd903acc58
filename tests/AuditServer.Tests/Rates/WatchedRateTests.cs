using AuditServer.Rates;
using AuditServer.Sequencing;
using AuditServer.Tests.Support;
using CrimeAudit.V1;

namespace AuditServer.Tests.Rates;

public sealed class WatchedRateTests
{
    private static readonly DateTimeOffset Start = new(2019, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly PausingClock clock = new(Start);
    private readonly LogSignal signal = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_clock_that_is_set_right_past_a_deadline_is_noticed_within_a_minute()
    {
        signal.Publish(1);
        LiveAnswer known = Answer(overdue: 0, Start.AddHours(23));
        LiveAnswer next = Answer(overdue: 1, changesAt: null);
        using var rate = new WatchedRate(_ => Task.FromResult(next), signal, TimeSpan.FromSeconds(1), clock, known);
        Task changed = rate.Read().Changed;
        await clock.PausedAsync(Cancel);

        // The time of day jumps, and no timer counts that.
        clock.AdjustTime(Start.AddHours(24));
        Assert.Same(known, rate.Read().Newest);
        clock.Advance(TimeSpan.FromMinutes(1));
        await changed.WaitAsync(Cancel);
        Assert.Same(next, rate.Read().Newest);
    }

    private LiveAnswer Answer(long overdue, DateTimeOffset? changesAt)
    {
        var total = new AccountedForRow { Counts = new() { Overdue = overdue } };
        return new(new() { Total = total, AsOf = new() { TreeSize = 1 } }, changesAt, clock.GetTimestamp());
    }
}
