namespace AuditServer.Sequencing;

/// <summary>
/// Bounds how many updates wait for their turn. Waiters are served in the order they came, so a stream of large
/// messages is not starved by small ones. A message larger than the whole budget is let in alone.
/// </summary>
internal sealed class UpdateBudget(int capacity)
{
    private readonly Lock gate = new();
    private readonly Queue<Waiter> waiters = new();
    private int taken;

    public int Capacity => capacity;

    /// <summary>How many wait now.</summary>
    public int Taken
    {
        get
        {
            lock (gate)
            {
                return taken;
            }
        }
    }

    /// <summary>Takes room if there is some and nobody waits for it.</summary>
    public bool TryTake(int updates)
    {
        lock (gate)
        {
            if (waiters.Count > 0 || !Fits(updates))
            {
                return false;
            }

            taken += updates;
            return true;
        }
    }

    /// <summary>Waits for room.</summary>
    public async ValueTask TakeAsync(int updates, CancellationToken cancel)
    {
        Waiter waiter;
        lock (gate)
        {
            if (waiters.Count == 0 && Fits(updates))
            {
                taken += updates;
                return;
            }

            waiter = new Waiter(updates);
            waiters.Enqueue(waiter);
        }

        await using CancellationTokenRegistration registration = cancel.Register(() => waiter.Granted.TrySetCanceled(cancel));
        await waiter.Granted.Task;
    }

    /// <summary>Gives room back.</summary>
    public void Release(int updates)
    {
        lock (gate)
        {
            taken -= updates;
            while (waiters.TryPeek(out Waiter? next) && (next.Granted.Task.IsCanceled || Fits(next.Updates)))
            {
                waiters.Dequeue();
                if (next.Granted.TrySetResult())
                {
                    taken += next.Updates;
                }
            }
        }
    }

    private bool Fits(int updates) => taken + updates <= capacity || taken == 0;

    private sealed record Waiter(int Updates)
    {
        public TaskCompletionSource Granted { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
