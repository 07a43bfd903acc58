namespace AuditServer.Incidents;

/// <summary>An incident by force, the system that opened it, and its reference there.</summary>
internal readonly record struct IncidentName(string Force, string SourceSystem, string Ref);
