namespace AuditServer.Audits;

/// <summary>
/// What a log is known again by at one of its entries. The digest of an entry is salted: a log that was set back and went on otherwise has
/// another one at the same place.
/// </summary>
/// <param name="Digest">Of the entry.</param>
/// <param name="LastRedaction">The last entry that says that something was erased; -1 when nothing was.</param>
internal sealed record LogMark(byte[] Digest, long LastRedaction)
{
    /// <summary>Whether it is the same log, from which nothing was erased in between.</summary>
    public bool IsOf(LogMark other) => LastRedaction == other.LastRedaction && Digest.AsSpan().SequenceEqual(other.Digest);
}
