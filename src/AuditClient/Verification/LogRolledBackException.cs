using Grpc.Core;

namespace CrimeAudit.Client;

/// <summary>
/// The service has shown a smaller log than was seen before for too long to be a replica that lags behind: entries are gone, as when a
/// database is restored from an old backup. The pinned note proves that they were there.
/// </summary>
public sealed class LogRolledBackException : CrimeAuditException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="pinned">What was seen before.</param>
    /// <param name="seen">What was seen now.</param>
    /// <param name="elapsed">For how long the log has been smaller.</param>
    public LogRolledBackException(LogCheckpoint pinned, LogCheckpoint seen, TimeSpan elapsed)
        : base(new ErrorDetails
        {
            StatusCode = StatusCode.DataLoss,
            Message = $"The log {pinned.Origin} had {pinned.Size} entries and has shown {seen.Size} for {elapsed.TotalSeconds:0} s.",
        }) =>
        (PinnedNote, SeenNote) = (pinned.Note, seen.Note);

    /// <summary>The signed note that was pinned.</summary>
    public string PinnedNote { get; }

    /// <summary>The signed note of the smaller log.</summary>
    public string SeenNote { get; }
}
