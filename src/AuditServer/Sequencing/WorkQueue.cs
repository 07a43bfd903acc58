namespace AuditServer.Sequencing;

/// <summary>
/// What waits for its turn, in two lanes. Whoever makes a call waits for each answer, and a step such as freezing a frame is many of
/// them; a stream sends on meanwhile, and thousands of its updates wait. So a turn begins with calls, with half of it at most while
/// streams wait: neither lane waits for the other to be empty. Within a lane the first that came is the first that goes.
/// </summary>
internal sealed class WorkQueue
{
    private readonly Lock gate = new();
    private readonly Queue<Work> calls = new();
    private readonly Queue<Work> streams = new();
    private TaskCompletionSource? arrival;
    private bool completed;
    private bool streamsWerePassedOver;

    /// <summary>Adds work of a call.</summary>
    /// <returns>False when the queue was completed.</returns>
    public bool TryAddCall(Work work) => TryAdd(calls, work);

    /// <summary>Adds work of a stream.</summary>
    /// <returns>False when the queue was completed.</returns>
    public bool TryAddStream(Work work) => TryAdd(streams, work);

    /// <summary>Takes nothing any more; what waits can still be gathered.</summary>
    public void Complete()
    {
        lock (gate)
        {
            completed = true;
            arrival?.TrySetResult();
            arrival = null;
        }
    }

    /// <summary>Waits until there is work.</summary>
    /// <returns>False when there is none and none will come.</returns>
    public async ValueTask<bool> WaitAsync()
    {
        while (true)
        {
            Task arriving;
            lock (gate)
            {
                if (calls.Count > 0 || streams.Count > 0 || completed)
                {
                    return calls.Count > 0 || streams.Count > 0;
                }

                arrival ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                arriving = arrival.Task;
            }

            await arriving;
        }
    }

    /// <summary>Takes what the next turn holds.</summary>
    /// <param name="batch">Where it goes.</param>
    /// <param name="most">Updates that a turn holds at most; a single work of more goes alone.</param>
    public void Gather(List<Work> batch, int most)
    {
        lock (gate)
        {
            int waiting = streams.Count;
            // A message of a stream as large as a turn fits into none that has begun with calls: the next turn begins with it.
            int taken = streamsWerePassedOver ? 0 : Take(calls, batch, 0, waiting > 0 ? Math.Max(1, most / 2) : most);
            taken = Take(streams, batch, taken, most);
            Take(calls, batch, taken, most);
            streamsWerePassedOver = waiting > 0 && streams.Count == waiting;
        }
    }

    private static int Take(Queue<Work> lane, List<Work> batch, int taken, int most)
    {
        while (lane.TryPeek(out Work? next) && (taken == 0 || taken + next.Weight <= most))
        {
            batch.Add(lane.Dequeue());
            taken += next.Weight;
        }

        return taken;
    }

    private bool TryAdd(Queue<Work> lane, Work work)
    {
        lock (gate)
        {
            if (completed)
            {
                return false;
            }

            lane.Enqueue(work);
            arrival?.TrySetResult();
            arrival = null;
            return true;
        }
    }
}
