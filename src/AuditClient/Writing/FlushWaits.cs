namespace CrimeAudit.Client;

/// <summary>Flushes that wait for their last update, in order. Under the queue's lock.</summary>
internal sealed class FlushWaits
{
    private readonly Queue<(long Through, TaskCompletionSource Done)> waits = new();

    public Task Add(long through)
    {
        TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        waits.Enqueue((through, done));
        return done.Task;
    }

    public void Complete(long durableThrough)
    {
        while (waits.TryPeek(out (long Through, TaskCompletionSource) next) && next.Through <= durableThrough)
        {
            waits.Dequeue().Done.TrySetResult();
        }
    }

    public void Fail(Exception cause)
    {
        while (waits.TryDequeue(out (long, TaskCompletionSource Done) next))
        {
            next.Done.TrySetException(cause);
        }
    }
}
