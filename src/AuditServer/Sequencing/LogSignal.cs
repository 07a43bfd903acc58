namespace AuditServer.Sequencing;

/// <summary>
/// How long the log is as far as this instance knows, and a way to wait until it is longer. What this instance commits is
/// known at once; what others commit, once somebody has looked.
/// </summary>
internal sealed class LogSignal
{
    private readonly Lock gate = new();
    private TaskCompletionSource grown = New();
    private long size;
    private int waiting;

    /// <summary>The size known.</summary>
    public long Size => Volatile.Read(ref size);

    /// <summary>Whether anybody waits: only then is it worth looking for what other instances committed.</summary>
    public bool HasWaiters => Volatile.Read(ref waiting) > 0;

    /// <summary>Says that the log has at least this size.</summary>
    public void Publish(long newSize)
    {
        TaskCompletionSource told;
        lock (gate)
        {
            if (newSize <= size)
            {
                return;
            }

            size = newSize;
            told = grown;
            grown = New();
        }

        told.SetResult();
    }

    /// <summary>Waits until the log is known to be longer than this.</summary>
    public async Task WaitBeyondAsync(long known, CancellationToken cancel)
    {
        Interlocked.Increment(ref waiting);
        try
        {
            while (Growth(known) is { } growth)
            {
                await growth.WaitAsync(cancel);
            }
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }

    private Task? Growth(long known)
    {
        lock (gate)
        {
            return size > known ? null : grown.Task;
        }
    }

    // The publisher is the write path: those who waited must not run on it.
    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
