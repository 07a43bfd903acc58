using CrimeAudit.V1;

namespace CrimeAudit.Client;

/// <content>What the queue tells about itself.</content>
internal sealed partial class WriteQueue
{
    public WriterProgress Progress => Locked(() => new WriterProgress(written, DurableThrough, results.Accepted, results.Replayed, results.Rejected));

    /// <summary>How long updates have been waiting without a single result; zero when none waits.</summary>
    public TimeSpan WithoutProgress => Locked(() => ring.IsEmpty ? TimeSpan.Zero : clock.GetElapsedTime(lastProgress));

    public bool IsEmpty => Locked(() => ring.IsEmpty);

    /// <summary>What ended it; null while it lives.</summary>
    public Exception? Failure => Locked(() => failure);

    public IReadOnlyList<IncidentUpdate> Unacknowledged()
    {
        lock (gate)
        {
            IEnumerable<PendingUpdate> waiting = blocked.Where(write => !write.Task.IsCanceled).Select(write => write.Item);
            return [.. ring.Unsettled().Concat(waiting).Select(item => item.Update)];
        }
    }

    private T Locked<T>(Func<T> read)
    {
        lock (gate)
        {
            return read();
        }
    }
}
