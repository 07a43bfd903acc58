namespace AuditServer.Checking;

/// <summary>A log that was gone through.</summary>
/// <param name="Size">Entries that it should have.</param>
/// <param name="Root">The RFC 6962 root over their leaf texts; null when it cannot be told, so much is missing.</param>
/// <param name="Checkpoints">How many checkpoints there are.</param>
/// <param name="Signed">Entries of the largest one; null when there is none.</param>
/// <param name="Redacted">Entries of which the references were erased.</param>
/// <param name="Accesses">What became of the access log.</param>
/// <param name="Found">What is wrong.</param>
internal sealed record CheckedLog(long Size, byte[]? Root, long Checkpoints, long? Signed, long Redacted, CheckedAccesses Accesses, Damages Found);
