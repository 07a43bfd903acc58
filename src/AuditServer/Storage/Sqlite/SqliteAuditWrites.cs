using AuditServer.Audits;

namespace AuditServer.Storage.Sqlite;

/// <summary>Audits inside a turn.</summary>
internal sealed class SqliteAuditWrites : IAuditWrites
{
}
