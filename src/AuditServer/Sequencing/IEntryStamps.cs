namespace AuditServer.Sequencing;

/// <summary>
/// Says when the entries of a turn are accepted, and with which salts: live from the clock and the salt source, in a
/// replay as the log that is replayed has it.
/// </summary>
internal interface IEntryStamps
{
    /// <summary>When the next entry is accepted, µs since 1970 UTC.</summary>
    long AcceptedMicros { get; }

    /// <summary>The stamp of the next entry. Asked for once an entry, in the order of the log.</summary>
    EntryStamp Next();
}

/// <summary>What an entry gets beside its content.</summary>
/// <param name="AcceptedMicros">When it is accepted, µs since 1970 UTC.</param>
/// <param name="Salt">The salt of its digest.</param>
/// <param name="Erased">In a replay, where the content is the residue of what was erased; otherwise null.</param>
internal readonly record struct EntryStamp(long AcceptedMicros, byte[] Salt, ErasedContent? Erased = null);

/// <summary>What is known of a content that was erased.</summary>
/// <param name="Digest">SHA-256(salt ‖ payload) of what it was.</param>
/// <param name="RedactedBy">The entry that says that it was erased.</param>
internal sealed record ErasedContent(byte[] Digest, long RedactedBy);

/// <summary>Stamps of a live turn: all its entries are accepted at one time.</summary>
internal sealed class LiveStamps(long acceptedMicros, ISaltSource salts) : IEntryStamps
{
    public long AcceptedMicros => acceptedMicros;

    public EntryStamp Next() => new(acceptedMicros, salts.Next());
}
