using Microsoft.Extensions.Time.Testing;

namespace AuditServer.Tests.Support;

/// <summary>A clock of the test's that knows when somebody has begun to wait for a time: only then is it any use to move it.</summary>
internal sealed class PausingClock(DateTimeOffset now) : FakeTimeProvider(now)
{
    private readonly SemaphoreSlim pauses = new(0);

    /// <summary>Waits for the next pause that somebody makes.</summary>
    public Task PausedAsync(CancellationToken cancel) => pauses.WaitAsync(cancel);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ITimer timer = base.CreateTimer(callback, state, dueTime, period);
        pauses.Release();
        return timer;
    }
}
