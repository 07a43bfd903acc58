namespace AuditServer.Sequencing;

/// <summary>Where the log ends.</summary>
/// <param name="Size">Its entries.</param>
/// <param name="AcceptedMicros">The accepted time of the last one; 0 when there is none.</param>
/// <param name="Root">The root of its tree; null where it was not asked for, and while the tree of an older log is not derived.</param>
internal readonly record struct LogHead(long Size, long AcceptedMicros, byte[]? Root);
