namespace CrimeAudit.Client;

/// <summary>
/// The log has signed two checkpoints of which neither can have grown from the other: something that was there was changed, moved or
/// removed. The two notes prove it to anybody who holds the verifier key; keep them.
/// </summary>
public sealed class TamperDetectedException : ProofRejectedException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="fault">What showed it.</param>
    /// <param name="pinned">What was seen before.</param>
    /// <param name="seen">What was seen now.</param>
    public TamperDetectedException(ProofFault fault, LogCheckpoint pinned, LogCheckpoint seen)
        : base(fault, $"The log {pinned.Origin} showed {pinned.Size} entries before and {seen.Size} now, and the two do not agree.") =>
        (PinnedNote, SeenNote) = (pinned.Note, seen.Note);

    /// <summary>The signed note that was pinned.</summary>
    public string PinnedNote { get; }

    /// <summary>The signed note that contradicts it.</summary>
    public string SeenNote { get; }
}
