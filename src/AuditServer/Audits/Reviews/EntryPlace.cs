namespace AuditServer.Audits.Reviews;

/// <summary>Where an entry stands in the log.</summary>
internal readonly record struct EntryPlace(long Index, long AcceptedMicros);
