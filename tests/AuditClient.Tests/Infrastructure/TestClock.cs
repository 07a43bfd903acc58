using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;
using Channels = System.Threading.Channels.Channel;

namespace AuditClient.Tests.Infrastructure;

/// <summary>A clock that stands until it is moved, and tells which pauses were begun, so that a test need not guess when to move it.</summary>
internal sealed class TestClock : FakeTimeProvider
{
    private readonly Channel<TimeSpan> pauses = Channels.CreateUnbounded<TimeSpan>();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ITimer timer = base.CreateTimer(callback, state, dueTime, period);
        pauses.Writer.TryWrite(dueTime);
        return timer;
    }

    /// <summary>Waits until a pause of that kind is begun, then moves the clock to its end.</summary>
    public async Task<TimeSpan> PassPauseAsync(Func<TimeSpan, bool> wanted)
    {
        await foreach (TimeSpan pause in pauses.Reader.ReadAllAsync())
        {
            if (wanted(pause))
            {
                Advance(pause);
                return pause;
            }
        }

        throw new InvalidOperationException("No such pause was begun.");
    }
}
