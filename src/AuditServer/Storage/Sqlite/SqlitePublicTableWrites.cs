using AuditServer.Rates;

namespace AuditServer.Storage.Sqlite;

/// <summary>Public tables inside a turn.</summary>
internal sealed class SqlitePublicTableWrites(SqliteWriter writer) : IPublicTableWrites
{
    public ValueTask SaveAsync(string force, long day, byte[] document, CancellationToken cancel)
    {
        writer.Statement("save-public-table", "force", "day", "document").Run(force, day, document);
        return ValueTask.CompletedTask;
    }
}
