namespace AuditServer.Audits;

/// <summary>What audits need of an engine inside a turn.</summary>
internal interface IAuditWrites
{
}
