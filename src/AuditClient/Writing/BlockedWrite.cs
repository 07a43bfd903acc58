namespace CrimeAudit.Client;

/// <summary>A write that waits for room, with its update, so that it keeps its place whoever resumes first.</summary>
internal sealed class BlockedWrite : TaskCompletionSource
{
    private readonly CancellationToken cancel;
    private CancellationTokenRegistration registration;

    public BlockedWrite(PendingUpdate item, CancellationToken cancel)
        : base(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        Item = item;
        this.cancel = cancel;
    }

    public PendingUpdate Item { get; }

    /// <summary>Called outside the queue's lock, so it may already have been admitted.</summary>
    public void WatchCancellation()
    {
        registration = cancel.UnsafeRegister(static (state, token) => ((BlockedWrite)state!).TrySetCanceled(token), this);
        if (Task.IsCompleted)
        {
            registration.Unregister();
        }
    }

    /// <summary>Lets it in; false when its caller has gone.</summary>
    public bool TryAdmit() => TrySetResult() && Unwatch();

    public void Fail(Exception failure)
    {
        TrySetException(failure);
        Unwatch();
    }

    // Unregister, not Dispose: disposing waits for a callback that may be waiting for the queue's lock.
    private bool Unwatch()
    {
        registration.Unregister();
        return true;
    }
}
