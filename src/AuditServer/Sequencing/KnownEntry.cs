namespace AuditServer.Sequencing;

/// <summary>An entry that was there already under a request key.</summary>
/// <param name="Index">Its index.</param>
/// <param name="AcceptedMicros">When it was accepted, µs since 1970 UTC.</param>
/// <param name="Payload">The stored bytes, or the residue of what was erased.</param>
/// <param name="RedactedBy">The entry that says that it was erased; null when it was not.</param>
internal sealed record KnownEntry(long Index, long AcceptedMicros, byte[] Payload, long? RedactedBy = null)
{
    /// <summary>Whether it holds what is sent again. What was erased is compared with nothing: nobody has it any more.</summary>
    public bool Holds(byte[] stored) => RedactedBy is not null || Payload.AsSpan().SequenceEqual(stored);
}
