namespace AuditServer.Sequencing;

/// <summary>An entry of the log as it is read back: what was stored, and nothing derived.</summary>
/// <param name="Index">Dense from 0.</param>
/// <param name="Kind">What the payload is.</param>
/// <param name="Key">Who sent it under which id.</param>
/// <param name="AcceptedMicros">When it was accepted, µs since 1970 UTC.</param>
/// <param name="Salt">The salt of its digest.</param>
/// <param name="Payload">The stored bytes.</param>
/// <param name="Digest">SHA-256(salt ‖ payload).</param>
internal sealed record StoredEntry(
    long Index, EntryKind Kind, RequestKey Key, long AcceptedMicros, byte[] Salt, byte[] Payload, byte[] Digest)
{
    /// <summary>Whether another entry is the same in everything that the log keeps.</summary>
    public bool IsSameAs(StoredEntry other) =>
        Index == other.Index && Kind == other.Kind && Key == other.Key && AcceptedMicros == other.AcceptedMicros &&
        Salt.AsSpan().SequenceEqual(other.Salt) && Payload.AsSpan().SequenceEqual(other.Payload) &&
        Digest.AsSpan().SequenceEqual(other.Digest);
}
