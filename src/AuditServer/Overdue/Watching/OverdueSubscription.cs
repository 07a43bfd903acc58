using System.Threading.Channels;

namespace AuditServer.Overdue.Watching;

/// <summary>What one watch has been told and has not yet read: so much and no more.</summary>
internal sealed class OverdueSubscription : IDisposable
{
    private readonly OverdueAudience audience;
    private readonly OverdueFilter filter;
    private readonly Channel<OverdueEvent> events;
    private readonly TaskCompletionSource<WatchPoint> ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool lost;

    /// <param name="audience">Where it leaves when it is disposed of.</param>
    /// <param name="filter">What it wants.</param>
    /// <param name="backlog">How many events may wait.</param>
    public OverdueSubscription(OverdueAudience audience, OverdueFilter filter, int backlog)
    {
        this.audience = audience;
        this.filter = filter;
        events = Channel.CreateBounded<OverdueEvent>(new BoundedChannelOptions(backlog) { SingleReader = true, SingleWriter = true });
    }

    /// <summary>Since when everything is told. Only then may the list be read that the events go on from.</summary>
    public Task<WatchPoint> Ready => ready.Task;

    /// <summary>The events that wait.</summary>
    public ChannelReader<OverdueEvent> Events => events.Reader;

    /// <summary>More happened than may wait, or incidents go by other names: what is here is not all of it, and a new list is needed.</summary>
    public bool Lost => lost;

    public long AheadMicros => filter.AheadMicros;

    public void BeReady(WatchPoint since) => ready.TrySetResult(since);

    public void Tell(OverdueEvent happened)
    {
        if (!lost && filter.IsOf(happened.Force) && !events.Writer.TryWrite(happened))
        {
            Lose();
        }
    }

    /// <summary>Nothing more will be told: a new list is needed.</summary>
    public void Lose()
    {
        lost = true;
        events.Writer.TryComplete();
    }

    /// <summary>Nothing more will be told; whoever reads ends with the cause.</summary>
    public void End(Exception cause)
    {
        ready.TrySetException(cause);
        events.Writer.TryComplete(cause);
    }

    public void Dispose() => audience.Leave(this);
}
