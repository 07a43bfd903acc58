using Microsoft.Extensions.Options;

namespace CrimeAudit.Client;

/// <summary>How an <see cref="IncidentWriter"/> writes. Read once, when it is opened.</summary>
public sealed class IncidentWriterOptions
{
    private const int MostUpdatesAMessage = 1000;

    /// <summary>
    /// Most updates that may wait for their result; further writes wait for room. Default 10,000. Each takes its own memory
    /// until its result is there.
    /// </summary>
    public int MaxInFlight { get; set; } = 10_000;

    /// <summary>Most updates a message. Default 500; at most 1,000, the contract's limit.</summary>
    public int MaxBatch { get; set; } = 500;

    /// <summary>
    /// Most bytes a message. Default 1 MiB, well under the 4 MiB that servers take unless told otherwise. A single larger
    /// update goes alone.
    /// </summary>
    public int MaxBatchSize { get; set; } = 1024 * 1024;

    /// <summary>
    /// How long an update may wait for others to share its message. Default 2 ms; zero sends at once. A flush does not wait.
    /// </summary>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromMilliseconds(2);

    /// <summary>
    /// Whether receipts come with how their incident stands: deadlines, answers, breaches, and what names nothing. Default: no, it makes
    /// them many times larger.
    /// </summary>
    public bool WantStandings { get; set; }

    /// <summary>Pause before the first reconnection; it doubles each time without progress. Default 100 ms.</summary>
    public TimeSpan InitialBackoff { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Longest pause before a reconnection. Default 10 s. A longer wait that the service asks for is kept.</summary>
    public TimeSpan MaxBackoff { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long updates may wait without a single result, connected or not, before the writer gives up and everything that
    /// waits fails with <see cref="ServiceUnavailableException"/>. Default 2 minutes. <see cref="Timeout.InfiniteTimeSpan"/>: never.
    /// </summary>
    public TimeSpan GiveUpAfter { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>
    /// Told of every refused update of <see cref="IncidentWriter.WriteAsync"/>, in the order of the results, before the
    /// flush that covers it completes. Null (the default): the next <see cref="IncidentWriter.FlushAsync"/> or the disposal
    /// throws <see cref="UpdatesRejectedException"/> instead. Called by the reading of results, which waits for it: be quick.
    /// An exception from it stops the writer.
    /// </summary>
    public Action<RejectedUpdate>? OnRejected { get; set; }

    /// <summary>
    /// Told of the progress after each answer of the service. Null (the default): nobody is. Same rules as
    /// <see cref="OnRejected"/>.
    /// </summary>
    public Action<WriterProgress>? OnProgress { get; set; }

    /// <summary>
    /// Keeps updates on disk until they have their result, so that they outlive this process and a long absence of the service. A write
    /// is then done when the disk has the update, and waits for room on the disk alone; the writer never gives up, so
    /// <see cref="GiveUpAfter"/> does not count; a disposal leaves what has no result to the next writer. All numbers of the writer then
    /// count from the first update that was ever written to the spool, and what counts as written is what the disk has. Null (the default): memory only.
    /// </summary>
    public SpoolOptions? Spool { get; set; }

    /// <summary>A copy that later changes do not reach.</summary>
    /// <exception cref="OptionsValidationException">Something is wrong; it names everything that is.</exception>
    internal IncidentWriterOptions Validated()
    {
        OptionProblems.ThrowIfAny<IncidentWriterOptions>(Problems());
        var copy = (IncidentWriterOptions)MemberwiseClone();
        copy.Spool = Spool?.Clone();
        return copy;
    }

    /// <summary>The same for the writer that sends what a spool holds: it waits for the service as long as it takes.</summary>
    internal IncidentWriterOptions UnderSpool(Action<RejectedUpdate> onRejected, Action<WriterProgress> onProgress)
    {
        var copy = (IncidentWriterOptions)MemberwiseClone();
        copy.Spool = null;
        copy.GiveUpAfter = Timeout.InfiniteTimeSpan;
        copy.OnRejected = onRejected;
        copy.OnProgress = onProgress;
        return copy;
    }

    private IEnumerable<string> Problems()
    {
        if (MaxInFlight < 1)
        {
            yield return $"MaxInFlight is {MaxInFlight}; it must be at least 1.";
        }

        if (MaxBatch is < 1 or > MostUpdatesAMessage)
        {
            yield return $"MaxBatch is {MaxBatch}; it must be 1 to {MostUpdatesAMessage}.";
        }

        if (MaxBatchSize < 1)
        {
            yield return $"MaxBatchSize is {MaxBatchSize}; it must be at least 1.";
        }

        if (MaxDelay < TimeSpan.Zero)
        {
            yield return $"MaxDelay is {MaxDelay}; it must not be negative.";
        }

        if (InitialBackoff <= TimeSpan.Zero || MaxBackoff < InitialBackoff)
        {
            yield return $"InitialBackoff is {InitialBackoff} and MaxBackoff {MaxBackoff}; they must be positive, in this order.";
        }

        if (GiveUpAfter <= TimeSpan.Zero && GiveUpAfter != Timeout.InfiniteTimeSpan)
        {
            yield return $"GiveUpAfter is {GiveUpAfter}; it must be positive or infinite.";
        }

        foreach (string problem in Spool?.Problems() ?? [])
        {
            yield return problem;
        }
    }
}
