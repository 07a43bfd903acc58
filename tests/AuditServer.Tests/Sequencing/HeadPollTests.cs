using AuditServer.Sequencing;
using AuditServer.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace AuditServer.Tests.Sequencing;

public sealed class HeadPollTests : ILogReads, IAsyncLifetime
{
    private static readonly SequencerOptions Settings = new();

    private readonly PausingClock clock = new(DateTimeOffset.UnixEpoch.AddYears(50));
    private readonly LogSignal signal = new();
    private readonly HeadPoll poll;
    private Func<long> size = () => 0;
    private int looks;

    public HeadPollTests() => poll = new HeadPoll(this, signal, clock, Options.Create(Settings), NullLogger<HeadPoll>.Instance);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    ValueTask<LogHead?> ILogReads.FindHeadAsync(CancellationToken cancel)
    {
        looks++;
        return new(new LogHead(size(), 0, Root: null));
    }

    ValueTask<IReadOnlyList<StoredEntry>> ILogReads.ReadAsync(long fromIndex, int atMost, CancellationToken cancel) => throw new NotSupportedException();

    ValueTask<IReadOnlyList<StoredEntry>> ILogReads.ReadRedactionsAsync(long fromIndex, int atMost, CancellationToken cancel) =>
        throw new NotSupportedException();

    public async ValueTask InitializeAsync()
    {
        await poll.StartAsync(Cancel);
        await clock.PausedAsync(Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await poll.StopAsync(CancellationToken.None);
        poll.Dispose();
    }

    [Fact]
    public async Task It_looks_only_while_somebody_waits_and_tells_them_what_others_committed()
    {
        size = () => 7;
        await PassAsync(Settings.HeadPoll);
        Assert.Equal((0, 0), (signal.Size, looks));

        Task waits = signal.WaitBeyondAsync(6, Cancel);
        await PassAsync(Settings.HeadPoll);
        await waits;
        Assert.Equal((7, 1), (signal.Size, looks));
    }

    [Fact]
    public async Task A_look_that_fails_is_made_again_after_a_pause()
    {
        size = () => looks == 1 ? throw new IOException("gone") : 3;
        Task waits = signal.WaitBeyondAsync(2, Cancel);
        await PassAsync(Settings.HeadPoll);
        Assert.Equal((0, 1), (signal.Size, looks));
        await PassAsync(Settings.HeadPoll);
        await waits;
        Assert.Equal((3, 2), (signal.Size, looks));
    }

    [Fact]
    public async Task A_clock_that_leaps_a_day_makes_one_look_due()
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        Task waits = signal.WaitBeyondAsync(0, over.Token);
        await PassAsync(TimeSpan.FromDays(1));
        Assert.Equal(1, looks);
        await over.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waits);
    }

    /// <summary>Lets time pass and whatever is due happen, up to the next pause.</summary>
    private async Task PassAsync(TimeSpan time)
    {
        clock.Advance(time);
        await clock.PausedAsync(Cancel);
    }
}
