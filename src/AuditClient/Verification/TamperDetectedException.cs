namespace CrimeAudit.Client;

/// <summary>
/// Something that was in the log was changed, moved or removed: it has signed two checkpoints of which neither can have grown from the
/// other, or its entries are not those that it signed. Two notes that contradict each other prove it to anybody who holds the verifier
/// key; keep them.
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

    /// <summary>Makes the exception where it is not two checkpoints that contradict each other.</summary>
    /// <param name="fault">What showed it.</param>
    /// <param name="message">What is wrong, in English.</param>
    /// <param name="pinned">What was seen before.</param>
    /// <param name="seen">What was seen now; the same where the service shows nothing.</param>
    public TamperDetectedException(ProofFault fault, string message, LogCheckpoint pinned, LogCheckpoint seen)
        : base(fault, message) => (PinnedNote, SeenNote) = (pinned.Note, seen.Note);

    /// <summary>The signed note that was pinned.</summary>
    public string PinnedNote { get; }

    /// <summary>The signed note that contradicts it, or that what was read contradicts.</summary>
    public string SeenNote { get; }
}
