using AuditServer.Sequencing;

namespace AuditServer.Ledger;

/// <summary>An entry as its rows are found, whatever is missing of them.</summary>
/// <param name="Index">Dense from 0 where nothing is missing.</param>
/// <param name="Kind">What the payload is.</param>
/// <param name="Force">Slug of the force; null when the row of its sending system is missing.</param>
/// <param name="SourceSystem">The sending system; null likewise.</param>
/// <param name="RequestId">The request id.</param>
/// <param name="AcceptedMicros">When it was accepted, µs since 1970 UTC.</param>
/// <param name="Salt">The salt of its digest; null when what it holds is missing.</param>
/// <param name="Payload">The stored bytes; null likewise.</param>
/// <param name="Digest">SHA-256(salt ‖ payload).</param>
/// <param name="Residue">What is left of it where its payload was erased; otherwise null.</param>
/// <param name="RedactedBy">The entry that says that it was erased; null likewise.</param>
internal sealed record FoundEntry(
    long Index,
    EntryKind Kind,
    string? Force,
    string? SourceSystem,
    string RequestId,
    long AcceptedMicros,
    byte[]? Salt,
    byte[]? Payload,
    byte[] Digest,
    byte[]? Residue = null,
    long? RedactedBy = null)
{
    /// <summary>Who sent it under which id; null when the row of its sending system is missing.</summary>
    public RequestKey? Key => Force is not null && SourceSystem is not null ? new RequestKey(Force, SourceSystem, RequestId) : null;

    /// <summary>The entry, or what is left of it; null when something of it is missing.</summary>
    public StoredEntry? Whole =>
        Key is not { } key ? null
        : Salt is not null && Payload is not null ? new StoredEntry(Index, Kind, key, AcceptedMicros, Salt, Payload, Digest)
        : Residue is not null ? new StoredEntry(Index, Kind, key, AcceptedMicros, [], Residue, Digest, RedactedBy)
        : null;
}
