using System.Buffers;
using System.Threading.Channels;

namespace CrimeAudit.Client;

/// <summary>
/// Puts writes on the disk in the order of their calls. All that wait at a time share one wait for the disk, so that its slowness costs
/// each of them once and not one after the other.
/// </summary>
/// <param name="spool">Where to.</param>
/// <param name="insteadOfWaiting">Ends a write that finds no room by telling it what it must hear first; false: let it wait.</param>
/// <param name="numbered">
/// Told the number of each write before its update can be read. Where the append then fails, the number is given again.
/// </param>
internal sealed class SpoolAppender(Spool spool, Predicate<SpoolWrite> insteadOfWaiting, Action<SpoolWrite, long> numbered)
{
    private const int MostBytesATime = 1024 * 1024;

    private readonly Channel<SpoolWrite> queue = Channel.CreateUnbounded<SpoolWrite>(new UnboundedChannelOptions { SingleReader = true });
    private readonly List<SpoolWrite> together = [];
    private readonly ArrayBufferWriter<byte> records = new();
    private Exception? failure;

    /// <exception cref="ObjectDisposedException">It is closed.</exception>
    public Task<long> AddAsync(SpoolWrite write)
    {
        if (!queue.Writer.TryWrite(write))
        {
            write.TryFail(Volatile.Read(ref failure) ?? new ObjectDisposedException(nameof(IncidentWriter)));
        }

        write.WatchCancellation();
        return write.Task;
    }

    /// <summary>Appends until it is closed or failed, and all that was added is done. It fails only of what nobody foresaw.</summary>
    public async Task RunAsync()
    {
        try
        {
            await AppendAllAsync().ConfigureAwait(false);
        }
        catch (Exception unforeseen)
        {
            Fail(unforeseen);
            Complete(write => write.TryFail(unforeseen));
            while (queue.Reader.TryRead(out SpoolWrite? write))
            {
                write.TryFail(unforeseen);
            }

            throw;
        }
    }

    private async Task AppendAllAsync()
    {
        while (await queue.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            while (queue.Reader.TryPeek(out SpoolWrite? next))
            {
                if (await RoomAsync(next).ConfigureAwait(false))
                {
                    AppendTogether();
                }
                else
                {
                    queue.Reader.TryRead(out _);
                }
            }
        }
    }

    /// <summary>No more writes.</summary>
    public void Close() => queue.Writer.TryComplete();

    /// <summary>No more writes, and those that wait fail with this.</summary>
    public void Fail(Exception cause)
    {
        Interlocked.CompareExchange(ref failure, cause, null);
        Close();
        spool.Signal();
    }

    /// <summary>Waits for room; false: this write is over.</summary>
    private async ValueTask<bool> RoomAsync(SpoolWrite write)
    {
        while (!write.Task.IsCompleted)
        {
            Task changed = spool.Changed;
            if (Volatile.Read(ref failure) is { } cause)
            {
                write.TryFail(cause);
            }
            else if (write.Update is null || spool.HasRoom(write.Size))
            {
                // What takes no room waits for none, however full the spool is.
                return true;
            }
            else if (!insteadOfWaiting(write))
            {
                await Task.WhenAny(changed, write.Task).ConfigureAwait(false);
            }
        }

        return false;
    }

    private void AppendTogether()
    {
        TakeTogether();
        try
        {
            if (records.WrittenCount > 0)
            {
                long number = spool.Last;
                foreach (SpoolWrite write in together.Where(write => write.Update is not null))
                {
                    numbered(write, ++number);
                }

                spool.Append(records.WrittenSpan, (int)(number - spool.Last));
            }
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            var told = new IOException($"The spool could not be written; write the update again, which doubles nothing: {failed.Message}", failed);
            Complete(write => write.TryFail(told));
            return;
        }

        long last = spool.Last - together.Count(write => write.Update is not null);
        Complete(write => write.TrySetResult(write.Update is null ? last : ++last));
    }

    private void TakeTogether()
    {
        together.Clear();
        records.ResetWrittenCount();
        long number = spool.Last;
        long most = Math.Min(MostBytesATime, spool.RoomInSegment);
        while (queue.Reader.TryPeek(out SpoolWrite? next)
            && (next.Update is null || Fits(next, most)))
        {
            queue.Reader.TryRead(out _);
            if (!next.TryTake())
            {
                continue;
            }

            together.Add(next);
            if (next.Update is { } update)
            {
                SpoolFormat.WriteRecordHeader(records.GetSpan(SpoolFormat.RecordHeader), ++number, update);
                records.Advance(SpoolFormat.RecordHeader);
                records.Write(update);
            }
        }
    }

    private bool Fits(SpoolWrite next, long most) =>
        (together.Count == 0 || records.WrittenCount + next.Size <= most) && spool.HasRoom(records.WrittenCount + next.Size);

    private void Complete(Action<SpoolWrite> how)
    {
        foreach (SpoolWrite write in together)
        {
            how(write);
        }
    }
}
