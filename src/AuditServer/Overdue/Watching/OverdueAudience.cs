namespace AuditServer.Overdue.Watching;

/// <summary>Those who watch overdue crimes at this instance: everybody is told by the one clock, and nobody holds it up.</summary>
internal sealed class OverdueAudience
{
    private readonly Lock gate = new();
    private readonly List<OverdueSubscription> watchers = [];
    private TaskCompletionSource changed = New();
    private WatchPoint? point;

    /// <summary>Done once there are other times to look ahead: the first watch has come, the last has gone, or one of its kind.</summary>
    public Task Changed
    {
        get
        {
            lock (gate)
            {
                return changed.Task;
            }
        }
    }

    /// <summary>How far ahead of deadlines to look, for all watches, in microseconds; none when nobody watches.</summary>
    public IReadOnlyList<long> Aheads
    {
        get
        {
            lock (gate)
            {
                return watchers.Count == 0 ? [] : [.. watchers.Select(w => w.AheadMicros).Append(0).Distinct()];
            }
        }
    }

    /// <summary>Up to what point everything was told; null while the clock does not run.</summary>
    public WatchPoint? Point
    {
        get
        {
            lock (gate)
            {
                return point;
            }
        }
    }

    /// <summary>Begins to watch: from when it is ready on, everything is told.</summary>
    public OverdueSubscription Join(OverdueFilter filter, int backlog)
    {
        var watcher = new OverdueSubscription(this, filter, backlog);
        lock (gate)
        {
            PulseIfAlone(watcher);
            watchers.Add(watcher);
            if (point is { } since)
            {
                watcher.BeReady(since);
            }
        }

        return watcher;
    }

    public void Leave(OverdueSubscription watcher)
    {
        lock (gate)
        {
            if (watchers.Remove(watcher))
            {
                PulseIfAlone(watcher);
            }
        }
    }

    /// <summary>The clock runs: from this point on everything is told.</summary>
    public void Begin(WatchPoint since)
    {
        lock (gate)
        {
            point = since;
            watchers.ForEach(w => w.BeReady(since));
        }
    }

    /// <summary>What was told goes by other names now: everybody needs a new list.</summary>
    public void BeginAnew()
    {
        lock (gate)
        {
            watchers.ForEach(w => w.Lose());
        }
    }

    public void Tell(IReadOnlyList<OverdueEvent> events, WatchPoint until)
    {
        lock (gate)
        {
            point = until;
            foreach (OverdueEvent happened in events)
            {
                watchers.ForEach(w => w.Tell(happened));
            }
        }
    }

    /// <summary>Lets the clock rest when nobody watches; false when somebody does.</summary>
    public bool Rest()
    {
        lock (gate)
        {
            if (watchers.Count > 0)
            {
                return false;
            }

            point = null;
            return true;
        }
    }

    /// <summary>The clock failed: all watches end with the cause.</summary>
    public void Fail(Exception cause)
    {
        lock (gate)
        {
            point = null;
            watchers.ForEach(w => w.End(cause));
            watchers.Clear();
        }
    }

    private void PulseIfAlone(OverdueSubscription watcher)
    {
        if (watchers.TrueForAll(w => w.AheadMicros != watcher.AheadMicros))
        {
            changed.SetResult();
            changed = New();
        }
    }

    // Whoever comes or goes must not run the clock on its own thread, under this lock.
    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
