namespace AuditServer.Sequencing;

/// <summary>A sending system of a force.</summary>
internal readonly record struct SourceName(string Force, string SourceSystem);
