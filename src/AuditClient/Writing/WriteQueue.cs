using CrimeAudit.V1;

namespace CrimeAudit.Client;

/// <summary>
/// Where writers, the sender and the receiver meet: the ring behind one lock that is held for moments and across no
/// await. Who must wait gets a task: writers for room, the sender for something to send, a flush for its last update.
/// </summary>
internal sealed partial class WriteQueue(int capacity, TimeProvider clock)
{
    private readonly Lock gate = new();
    private readonly UpdateRing ring = new(capacity);
    private readonly Queue<BlockedWrite> blocked = new();
    private readonly ResultTally results = new();
    private readonly FlushWaits flushes = new();
    private TaskCompletionSource? enough;
    private int wanted;
    private long hurryThrough;
    private long written;
    private long admitted;
    private long lastProgress;
    private Exception? failure;
    private bool closed;

    private long WithoutResult => admitted - results.Accepted - results.Rejected;

    private long DurableThrough =>
        !ring.IsEmpty ? ring.Oldest.Number - 1
        : blocked.TryPeek(out BlockedWrite? first) ? first.Item.Number - 1
        : written;

    /// <summary>Takes an update at once, or as soon as there is room and those before it are in.</summary>
    public ValueTask AddAsync(IncidentUpdate update, TaskCompletionSource<Receipt>? ticket, CancellationToken cancel)
    {
        int size = update.CalculateSize();
        BlockedWrite waiting;
        lock (gate)
        {
            if (Over() is { } over)
            {
                return ValueTask.FromException(over);
            }

            PendingUpdate item = new(++written, update, size, ticket);
            // Room means that nobody waits for it: whoever makes room lets them in under the same lock.
            if (!ring.IsFull)
            {
                Append(item);
                return ValueTask.CompletedTask;
            }

            waiting = new BlockedWrite(item, cancel);
            blocked.Enqueue(waiting);
            Signal();
        }

        waiting.WatchCancellation();
        return new ValueTask(waiting.Task);
    }

    /// <summary>Completes when so many updates are unsent, or sending cannot wait for more: a flush, a full ring, the end.</summary>
    public Task WhenUnsent(int atLeast)
    {
        lock (gate)
        {
            wanted = atLeast;
            if (IsEnough())
            {
                return Task.CompletedTask;
            }

            enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return enough.Task;
        }
    }

    /// <summary>Completes when everything written so far has its result.</summary>
    public Task WhenSettled()
    {
        lock (gate)
        {
            if (failure is not null)
            {
                return Task.FromException(failure);
            }

            if (DurableThrough >= written)
            {
                return Task.CompletedTask;
            }

            hurryThrough = written;
            Signal();
            return flushes.Add(written);
        }
    }

    public void StartStream()
    {
        lock (gate)
        {
            ring.StartStream();
            Advance();
        }
    }

    public void TakeUnsent(StreamIncidentsRequest message, int maxItems, int maxBytes)
    {
        lock (gate)
        {
            ring.TakeUnsent(message, maxItems, maxBytes);
        }
    }

    /// <summary>The receipts of an answer, each with the update that it is for.</summary>
    public IReadOnlyList<(IncidentUpdate Sent, Receipt Receipt)> ReceiptsOf(StreamIncidentsResponse answer)
    {
        lock (gate)
        {
            var receipts = new List<(IncidentUpdate Sent, Receipt Receipt)>(answer.Results.Count);
            foreach (StreamItemResult result in answer.Results)
            {
                if (result.Receipt is { } receipt)
                {
                    receipts.Add((ring.Sent(result.Sequence).Update, receipt));
                }
            }

            return receipts;
        }
    }

    /// <summary>
    /// Takes the results of an answer. Refusals that no ticket was told of are added to the list; nothing completes before
    /// <see cref="Release"/>, so that they can be told first. Gives the error of an item that is to be sent again.
    /// </summary>
    public CrimeAuditException? Settle(StreamIncidentsResponse answer, List<RejectedUpdate> refusals)
    {
        lock (gate)
        {
            CrimeAuditException? sendAgain = null;
            foreach (StreamItemResult result in answer.Results)
            {
                sendAgain = results.Settle(ref ring.Sent(result.Sequence), result, refusals) ?? sendAgain;
            }

            lastProgress = answer.Results.Count > 0 && sendAgain is null ? clock.GetTimestamp() : lastProgress;
            return sendAgain;
        }
    }

    /// <summary>Lets go what has its result, and lets in what waited for the room.</summary>
    public void Release()
    {
        lock (gate)
        {
            ring.ReleaseSettled();
            Advance();
        }
    }

    /// <summary>No more writes. The sender learns that the end is near.</summary>
    public void Close()
    {
        lock (gate)
        {
            closed = true;
            Signal();
        }
    }

    /// <summary>The end: everything that waits, and every later call, throws this. The first failure stays.</summary>
    public void Fail(Exception cause)
    {
        lock (gate)
        {
            if (failure is not null)
            {
                return;
            }

            failure = cause;
            foreach (PendingUpdate item in ring.Unsettled())
            {
                item.Ticket?.TrySetException(cause);
            }

            foreach (BlockedWrite write in blocked)
            {
                write.Fail(cause);
            }

            flushes.Fail(cause);
            Signal();
        }
    }

    private void Append(PendingUpdate item)
    {
        if (WithoutResult == 0)
        {
            lastProgress = clock.GetTimestamp();
        }

        admitted++;
        ring.Append(item);
        Signal();
    }

    private void Advance()
    {
        while (!ring.IsFull && blocked.TryDequeue(out BlockedWrite? write))
        {
            if (write.TryAdmit())
            {
                Append(write.Item);
            }
        }

        flushes.Complete(DurableThrough);
    }

    private void Signal()
    {
        if (enough is not null && IsEnough())
        {
            enough.TrySetResult();
            enough = null;
        }
    }

    private bool IsEnough() =>
        closed || failure is not null || ring.Unsent >= wanted
        || (ring.Unsent > 0 && (blocked.Count > 0 || ring.FirstUnsent.Number <= hurryThrough));

    private Exception? Over() => failure ?? (closed ? new ObjectDisposedException(nameof(IncidentWriter)) : null);
}
