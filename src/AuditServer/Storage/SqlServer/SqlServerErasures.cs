using AuditServer.Redactions;

namespace AuditServer.Storage.SqlServer;

/// <summary>
/// Nothing: the server overwrites what was deleted on its pages by itself (ghost clean-up), and what its transaction log and backups
/// keep is the administrator's to decide; docs/redaction.md says what there is to do.
/// </summary>
internal sealed class SqlServerErasures : IErasures
{
    public ValueTask<bool> FinishAsync(CancellationToken cancel) => ValueTask.FromResult(true);
}
