namespace AuditServer.Sequencing;

/// <summary>Where the log ends: its size, and the accepted time of its last entry (0 when empty).</summary>
internal readonly record struct LogHead(long Size, long AcceptedMicros);
