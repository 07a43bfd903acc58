namespace AuditServer.Sequencing;

/// <summary>
/// One entry of the log. The payload is what was serialised once, when it was accepted; it is stored and hashed as it
/// is and never serialised again, because Protobuf bytes are not canonical.
/// </summary>
/// <param name="Index">Dense from 0.</param>
/// <param name="Kind">What the payload is.</param>
/// <param name="Key">Who sent it under which id.</param>
/// <param name="AcceptedMicros">When it was accepted, µs since 1970 UTC; never less than an earlier entry's.</param>
/// <param name="Salt">Random bytes that keep a low-entropy payload from being guessed from its digest.</param>
/// <param name="Payload">The stored bytes.</param>
/// <param name="Digest">SHA-256(salt ‖ payload).</param>
/// <param name="IncidentId">The incident that an update belongs to; null for other kinds.</param>
/// <param name="RedactedBy">
/// In a replay of what was erased: the entry that says so. Then the payload is the residue, there is no salt, and the digest is what it was.
/// </param>
internal sealed record Entry(
    long Index,
    EntryKind Kind,
    RequestKey Key,
    long AcceptedMicros,
    byte[] Salt,
    byte[] Payload,
    byte[] Digest,
    long? IncidentId,
    long? RedactedBy = null);
