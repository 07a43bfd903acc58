namespace AuditServer.Sequencing;

/// <summary>An entry of the log as it is read back: what was stored, and nothing derived.</summary>
/// <param name="Index">Dense from 0.</param>
/// <param name="Kind">What the payload is.</param>
/// <param name="Key">Who sent it under which id.</param>
/// <param name="AcceptedMicros">When it was accepted, µs since 1970 UTC.</param>
/// <param name="Salt">The salt of its digest; empty where what it held was erased.</param>
/// <param name="Payload">The stored bytes, or the residue of what was erased.</param>
/// <param name="Digest">SHA-256(salt ‖ payload) of what was stored, whatever became of it.</param>
/// <param name="RedactedBy">The entry that says that it was erased; null when it was not.</param>
internal sealed record StoredEntry(
    long Index,
    EntryKind Kind,
    RequestKey Key,
    long AcceptedMicros,
    byte[] Salt,
    byte[] Payload,
    byte[] Digest,
    long? RedactedBy = null)
{
    /// <summary>Whether it holds what it was appended with, by its digest; of what was erased that cannot be told.</summary>
    public bool HasItsDigest =>
        RedactedBy is not null || EntryDigest.Of(Salt, Payload).AsSpan().SequenceEqual(Digest);

    /// <summary>Whether another entry is the same in everything that the log keeps.</summary>
    public bool IsSameAs(StoredEntry other) =>
        HasSameLeafAs(other) && Salt.AsSpan().SequenceEqual(other.Salt) && RedactedBy == other.RedactedBy &&
        // What is left is told by the redaction, and is the same where that is.
        (RedactedBy is not null || Payload.AsSpan().SequenceEqual(other.Payload));

    /// <summary>Whether one of the two is what the other was before it was erased.</summary>
    public bool IsOriginOf(StoredEntry other) => HasSameLeafAs(other) && RedactedBy is null != other.RedactedBy is null;

    private bool HasSameLeafAs(StoredEntry other) =>
        Index == other.Index && Kind == other.Kind && Key == other.Key && AcceptedMicros == other.AcceptedMicros &&
        Digest.AsSpan().SequenceEqual(other.Digest);
}
