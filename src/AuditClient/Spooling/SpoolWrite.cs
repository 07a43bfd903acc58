using CrimeAudit.V1;
using Google.Protobuf;

namespace CrimeAudit.Client;

/// <summary>A write on its way to the disk, which keeps its place whoever resumes first. Completes with its number.</summary>
internal sealed class SpoolWrite : TaskCompletionSource<long>
{
    private const int Waiting = 0;
    private const int Taken = 1;
    private const int Cancelled = 2;

    private readonly CancellationToken cancel;
    private CancellationTokenRegistration registration;
    private int state;

    /// <param name="update">The update; null: nothing, and it completes with the number of whatever came before.</param>
    /// <param name="ticket">Who waits for this very update's result.</param>
    /// <param name="cancel">Ends the wait for room.</param>
    public SpoolWrite(IncidentUpdate? update, TaskCompletionSource<Receipt>? ticket, CancellationToken cancel)
        : base(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        Update = update?.ToByteArray();
        Ticket = ticket;
        this.cancel = cancel;
    }

    public byte[]? Update { get; }

    public TaskCompletionSource<Receipt>? Ticket { get; }

    /// <summary>Bytes that it takes on disk, those of a segment that it might begin included.</summary>
    public int Size => Update is null ? 0 : SpoolFormat.FileHeader + SpoolFormat.RecordHeader + Update.Length;

    /// <summary>Called once it is queued, so it may already have been taken.</summary>
    public void WatchCancellation()
    {
        registration = cancel.UnsafeRegister(static (write, token) => ((SpoolWrite)write!).Cancel(token), this);
        // Whoever completes it has either seen the registration, or is seen here.
        Interlocked.MemoryBarrier();
        if (Volatile.Read(ref state) != Waiting || Task.IsCompleted)
        {
            registration.Unregister();
        }
    }

    /// <summary>From here on it cannot be cancelled; false: it was.</summary>
    public bool TryTake()
    {
        bool taken = Interlocked.CompareExchange(ref state, Taken, Waiting) == Waiting;
        registration.Unregister();
        return taken;
    }

    /// <summary>Ends it with a failure; false: it was over already, and nobody hears.</summary>
    public bool TryFail(Exception cause)
    {
        bool told = TrySetException(cause);
        registration.Unregister();
        return told;
    }

    private void Cancel(CancellationToken token)
    {
        if (Interlocked.CompareExchange(ref state, Cancelled, Waiting) == Waiting)
        {
            TrySetCanceled(token);
        }
    }
}
