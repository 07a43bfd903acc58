namespace AuditServer.Moving;

/// <summary>A move that is done.</summary>
/// <param name="Size">Entries of the log.</param>
/// <param name="Root">The RFC 6962 root over their leaf texts.</param>
/// <param name="Added">How many of them this run wrote.</param>
internal sealed record MovedLog(long Size, byte[] Root, long Added);
