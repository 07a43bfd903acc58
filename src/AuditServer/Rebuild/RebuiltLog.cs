namespace AuditServer.Rebuild;

/// <summary>A log that was replayed and compared.</summary>
/// <param name="Size">Entries of the log.</param>
/// <param name="Root">The RFC 6962 root over their leaf texts.</param>
/// <param name="Found">What the derived tables hold otherwise.</param>
internal sealed record RebuiltLog(long Size, byte[] Root, Differences Found);
