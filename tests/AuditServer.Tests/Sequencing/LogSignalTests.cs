using AuditServer.Sequencing;

namespace AuditServer.Tests.Sequencing;

public sealed class LogSignalTests
{
    private readonly LogSignal signal = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_waits_goes_on_once_the_log_is_longer_and_not_before()
    {
        Task waits = signal.WaitBeyondAsync(5, Cancel);
        signal.Publish(5);
        Assert.False(waits.IsCompleted);
        Assert.True(signal.HasWaiters);
        signal.Publish(6);
        await waits;
        Assert.False(signal.HasWaiters);
    }

    [Fact]
    public async Task What_is_known_already_is_not_waited_for()
    {
        signal.Publish(3);
        await signal.WaitBeyondAsync(2, Cancel);
        Assert.Equal(3, signal.Size);
    }

    [Fact]
    public void A_smaller_size_told_late_changes_nothing()
    {
        signal.Publish(9);
        signal.Publish(4);
        Assert.Equal(9, signal.Size);
    }

    [Fact]
    public async Task All_who_wait_go_on_together()
    {
        Task[] waiters = [.. Enumerable.Range(0, 200).Select(_ => signal.WaitBeyondAsync(0, Cancel))];
        signal.Publish(1);
        await Task.WhenAll(waiters);
    }

    [Fact]
    public async Task Who_gives_up_waiting_no_longer_waits()
    {
        using var gaveUp = new CancellationTokenSource();
        Task waits = signal.WaitBeyondAsync(0, gaveUp.Token);
        await gaveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waits);
        Assert.False(signal.HasWaiters);
    }
}
