using System.Diagnostics.CodeAnalysis;

namespace CrimeAudit.Client;

/// <summary>
/// The spool of one writer: segments on disk, each update numbered from 1 for as long as the folder lives. One task appends, one reads
/// after it, one acknowledges.
/// </summary>
internal sealed partial class Spool : IDisposable
{
    private readonly Lock gate = new();
    private readonly SpoolOptions options;
    private readonly FileStream held;
    private readonly AcknowledgedMark mark;
    private readonly Queue<SpoolSegment> closed = new();
    private SegmentWriter? active;
    private TaskCompletionSource changed = NewSignal();

    private Spool(SpoolOptions options)
    {
        this.options = options;
        held = SpoolLock.Take(options.Directory);
        try
        {
            mark = new AcknowledgedMark(options);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>Number of the last update in it.</summary>
    public long Last { get; private set; }

    /// <summary>Every update up to this one has its result, and whoever was to hear of it has.</summary>
    public long Acknowledged { get; private set; }

    /// <summary>Bytes of its segments.</summary>
    public long Size { get; private set; }

    /// <summary>Completes at the next change: something appended or acknowledged, or <see cref="Signal"/>. Take it before looking.</summary>
    public Task Changed => Volatile.Read(ref changed).Task;

    /// <summary>Takes the folder, checks all that is in it, and tells what it found.</summary>
    /// <exception cref="SpoolInUseException">Another writer has it.</exception>
    /// <exception cref="SpoolDamagedException">Something is not what was written.</exception>
    /// <exception cref="IOException">The folder cannot be read or written.</exception>
    public static Spool Open(SpoolOptions options)
    {
        var spool = new Spool(options);
        try
        {
            spool.Recover();
            return spool;
        }
        catch
        {
            spool.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Whether records of that size can be appended now. A segment that is wholly acknowledged makes room even if it is the latest; what is
    /// larger than the whole spool goes into an empty one. Asked by the appending task alone.
    /// </summary>
    public bool HasRoom(long bytes)
    {
        lock (gate)
        {
            if (Size + bytes > options.MaxSize && active?.Segment.Last <= Acknowledged)
            {
                Close();
                Release();
            }

            return Size == 0 || Size + bytes <= options.MaxSize;
        }
    }

    /// <summary>Bytes until the next segment is begun. Asked by the appending task alone.</summary>
    public long RoomInSegment => active is { IsFull: false } ? options.SegmentSize - active.Segment.Length : options.SegmentSize;

    /// <summary>Appends records, and waits for the disk if that is asked for. Done by the appending task alone.</summary>
    /// <param name="records">Record after record, of the numbers after <see cref="Last"/>.</param>
    /// <param name="updates">How many.</param>
    /// <exception cref="IOException">They were not taken.</exception>
    public void Append(ReadOnlySpan<byte> records, int updates)
    {
        if (active is { IsBroken: true })
        {
            throw new IOException("An earlier failure leaves it open what is on the disk; open the spool again.");
        }

        SegmentWriter segment = active is { IsFull: false } ? active : Begin();
        segment.Write(records);
        lock (gate)
        {
            Grow(updates, records.Length + (segment.Segment.Last < segment.Segment.First ? SpoolFormat.FileHeader : 0));
            segment.Take(records.Length, updates);
            Last = segment.Segment.Last;
        }

        Signal();
    }

    /// <summary>Lets go of what has its result. A number that is not higher than before does nothing.</summary>
    /// <exception cref="IOException">The mark cannot be written.</exception>
    public void Acknowledge(long through)
    {
        lock (gate)
        {
            if (through <= Acknowledged)
            {
                return;
            }

            mark.Write(through);
            Grow(Acknowledged - through, 0);
            Acknowledged = through;
            Release();
        }

        Signal();
    }

    /// <summary>Wakes whoever waits for a change.</summary>
    public void Signal() => Interlocked.Exchange(ref changed, NewSignal()).TrySetResult();

    /// <summary>Lets go of the folder; what is not acknowledged stays in it.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            try
            {
                Close();
                Release();
            }
            finally
            {
                mark.Dispose();
                held.Dispose();
                // What stays is nobody's who is open.
                Instruments.SpoolUpdates.Add(Acknowledged - Last);
                Instruments.SpoolSize.Add(-Size);
            }
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Recover()
    {
        long? marked = mark.Read();
        SpoolContent content = SpoolContent.Read(options.Directory, marked);
        content.CutOffTornTail();
        Acknowledged = marked ?? (content.First - 1) ?? 0;
        Last = Math.Max(Acknowledged, content.Last ?? 0);
        Grow(Last - Acknowledged, content.Segments.Sum(segment => segment.Length));
        foreach (SpoolSegment segment in content.Segments)
        {
            closed.Enqueue(segment);
        }

        mark.Write(Acknowledged);
        Release();
        bool lost = marked is null && content.First is not null;
        options.OnRecovered?.Invoke(new SpoolRecovery(options.Directory, Last - Acknowledged, Acknowledged + 1, content.TornTail, lost));
    }

    private void Grow(long updates, long bytes)
    {
        Size += bytes;
        Instruments.SpoolUpdates.Add(updates);
        Instruments.SpoolSize.Add(bytes);
    }

    private SegmentWriter Begin()
    {
        lock (gate)
        {
            Close();
            return active = new SegmentWriter(options, Last + 1);
        }
    }

    private void Close()
    {
        if (active is { Segment: { } segment })
        {
            active.Dispose();
            active = null;
            if (segment.Last >= segment.First)
            {
                closed.Enqueue(segment);
            }
            else
            {
                // Its first append failed; the name is the next one's.
                File.Delete(segment.Path);
            }
        }
    }

    /// <summary>Deletes segments that nobody needs any more.</summary>
    private void Release()
    {
        if (!IsReleasable(out SpoolSegment? oldest))
        {
            return;
        }

        // Otherwise a loss of power could leave an older mark without the segments after it, which cannot be told from a loss of updates.
        mark.Flush();
        do
        {
            options.Disk.Delete(oldest.Path);
            Grow(0, -oldest.Length);
            closed.Dequeue();
        }
        while (IsReleasable(out oldest));
    }

    private bool IsReleasable([NotNullWhen(true)] out SpoolSegment? oldest) => closed.TryPeek(out oldest) && oldest.Last <= Acknowledged;
}
