using CrimeAudit.V1;

namespace CrimeAudit.Client;

/// <summary>
/// The updates without a result, in order: <c>oldest … nextToSend … end</c>. Positions only grow; a stream numbers its
/// items from 1, which is the position less that of the stream's first item. Not safe for threads: the queue locks.
/// </summary>
internal sealed class UpdateRing(int capacity)
{
    private PendingUpdate[] slots = new PendingUpdate[Math.Min(capacity, InitialSlots)];
    private long oldest;
    private long nextToSend;
    private long end;
    private long streamStart;

    private const int InitialSlots = 1024;

    public bool IsFull => end - oldest == capacity;

    public bool IsEmpty => end == oldest;

    public long Unsent => end - nextToSend;

    public PendingUpdate Oldest => Slot(oldest);

    public PendingUpdate FirstUnsent => Slot(nextToSend);

    public void Append(in PendingUpdate item)
    {
        if (end - oldest == slots.Length)
        {
            Grow();
        }

        Slot(end++) = item;
    }

    /// <summary>Begins a stream: what has its result leaves for good, all else will be sent again, in order and numbered from 1.</summary>
    public void StartStream()
    {
        long kept = oldest;
        for (long position = oldest; position < end; position++)
        {
            PendingUpdate item = Slot(position);
            if (!item.Settled)
            {
                Slot(kept++) = item;
            }
        }

        for (long position = kept; position < end; position++)
        {
            Slot(position) = default;
        }

        end = kept;
        nextToSend = oldest;
        streamStart = oldest;
    }

    /// <summary>Moves the next unsent updates into a message, within its limits but at least one.</summary>
    public void TakeUnsent(StreamIncidentsRequest message, int maxItems, int maxBytes)
    {
        message.FirstSequence = nextToSend - streamStart + 1;
        long bytes = 0;
        while (nextToSend < end && message.Updates.Count < maxItems)
        {
            ref PendingUpdate item = ref Slot(nextToSend);
            bytes += item.Size;
            if (bytes > maxBytes && message.Updates.Count > 0)
            {
                return;
            }

            message.Updates.Add(item.Update);
            nextToSend++;
        }
    }

    /// <summary>The update that a stream's number speaks of.</summary>
    /// <exception cref="InvalidDataException">The service answers what was not asked, or twice.</exception>
    public ref PendingUpdate Sent(long sequence)
    {
        long position = streamStart + sequence - 1;
        if (position < oldest || position >= nextToSend || Slot(position).Settled)
        {
            throw new InvalidDataException($"The service gave a result for item {sequence} of the stream, which waits for none.");
        }

        return ref Slot(position);
    }

    /// <summary>Lets the oldest updates go that have their results.</summary>
    public void ReleaseSettled()
    {
        while (oldest < nextToSend && Slot(oldest).Settled)
        {
            Slot(oldest++) = default;
        }
    }

    public IEnumerable<PendingUpdate> Unsettled()
    {
        for (long position = oldest; position < end; position++)
        {
            if (!Slot(position).Settled)
            {
                yield return Slot(position);
            }
        }
    }

    private ref PendingUpdate Slot(long position) => ref slots[position % slots.Length];

    private void Grow()
    {
        PendingUpdate[] larger = new PendingUpdate[Math.Min((long)slots.Length * 2, capacity)];
        for (long position = oldest; position < end; position++)
        {
            larger[position % larger.Length] = Slot(position);
        }

        slots = larger;
    }
}
