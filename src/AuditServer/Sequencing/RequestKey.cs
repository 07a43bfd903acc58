namespace AuditServer.Sequencing;

/// <summary>What makes a request unique for ever: force, sending system, and the id that the sender made.</summary>
internal readonly record struct RequestKey(string Force, string SourceSystem, string RequestId);
