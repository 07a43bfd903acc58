using AuditServer.Overdue.Watching;
using AuditServer.Sequencing;
using AuditServer.Tests.Support;

namespace AuditServer.Tests.Overdue;

public sealed class OverdueClockTests : IAsyncLifetime
{
    private readonly PausingClock time = new(Kent.Start);
    private readonly OverdueAudience audience = new();
    private readonly LogSignal signal = new();
    private readonly OpenCrimes crimes;
    private readonly OverdueClock clock;

    public OverdueClockTests()
    {
        crimes = new OpenCrimes(time);
        clock = new OverdueClock(crimes, crimes, crimes, new OverdueHistories(Kent.Reference), Kent.Sources(), audience, signal, time);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await clock.StartAsync(Cancel);

    public async ValueTask DisposeAsync()
    {
        await clock.StopAsync(CancellationToken.None);
        clock.Dispose();
    }

    [Fact]
    public async Task Two_hundred_watches_cost_the_looks_of_one()
    {
        crimes.Tell(Kent.Report("r1", time.GetUtcNow().AddHours(-24).AddSeconds(20)));
        OverdueSubscription[] watches = [.. Enumerable.Range(0, 200).Select(_ => Join())];
        await Task.WhenAll(watches.Select(w => w.Ready));
        await time.PausedAsync(Cancel);
        int before = crimes.Looks;

        time.Advance(TimeSpan.FromSeconds(20) + TimeSpan.FromMilliseconds(1));
        OverdueEvent[] told = await Task.WhenAll(watches.Select(w => w.Events.ReadAsync(Cancel).AsTask()));
        Assert.All(told, t => Assert.Equal("a-r1", Assert.IsType<DeadlineNeared>(t).Crime.AllegedRef));
        Assert.Equal(before + 1, crimes.Looks);
    }

    [Fact]
    public async Task What_is_committed_is_told_without_waiting_for_a_time()
    {
        using OverdueSubscription watch = Join();
        await watch.Ready;
        await time.PausedAsync(Cancel);
        crimes.Tell(Kent.Report("r1", time.GetUtcNow().AddDays(-2)));
        signal.Publish(crimes.Size);
        Assert.Equal(["a-r1"], Assert.IsType<IncidentTold>(await watch.Events.ReadAsync(Cancel)).Late);
    }

    [Fact]
    public async Task More_than_a_look_takes_in_is_told_without_another_signal()
    {
        using OverdueSubscription watch = audience.Join(Kent.Filter(), 1_000);
        await watch.Ready;
        await time.PausedAsync(Cancel);
        for (int i = 0; i < 501; i++)
        {
            crimes.Tell(Kent.Report($"r{i}", time.GetUtcNow().AddDays(-2)));
        }

        // Another instance committed them, and nobody has looked yet where the log ends.
        time.Advance(TimeSpan.FromMinutes(1));
        for (int i = 0; i < 501;)
        {
            i += await watch.Events.ReadAsync(Cancel) is IncidentTold ? 1 : 0;
        }

        Assert.Equal(501, audience.Point?.TreeSize);
    }

    [Fact]
    public async Task A_look_that_fails_ends_all_watches_with_the_cause_and_the_next_watch_starts_it_anew()
    {
        using OverdueSubscription watch = Join();
        await watch.Ready;
        await time.PausedAsync(Cancel);
        crimes.Failure = new IOException("gone");
        time.Advance(TimeSpan.FromMinutes(1));
        await Assert.ThrowsAsync<IOException>(() => watch.Events.WaitToReadAsync(Cancel).AsTask());
        using OverdueSubscription unlucky = Join();
        await Assert.ThrowsAsync<IOException>(() => unlucky.Ready);

        crimes.Failure = null;
        using OverdueSubscription next = Join();
        Assert.Equal(0, (await next.Ready.WaitAsync(Cancel)).TreeSize);
    }

    [Fact]
    public async Task It_rests_while_nobody_watches()
    {
        OverdueSubscription watch = Join();
        await watch.Ready;
        await time.PausedAsync(Cancel);
        watch.Dispose();
        while (audience.Point is not null)
        {
            Cancel.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        int looks = crimes.Looks;
        time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(looks, crimes.Looks);
        using OverdueSubscription next = Join();
        await next.Ready.WaitAsync(Cancel);
        Assert.True(crimes.Looks > looks);
    }

    private OverdueSubscription Join() => audience.Join(Kent.Filter(), 100);
}
