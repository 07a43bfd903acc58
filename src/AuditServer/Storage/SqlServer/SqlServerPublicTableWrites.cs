using AuditServer.Rates;

namespace AuditServer.Storage.SqlServer;

/// <summary>Public tables inside a turn.</summary>
internal sealed class SqlServerPublicTableWrites(SqlServerSession session) : IPublicTableWrites
{
    public async ValueTask SaveAsync(string force, long day, byte[] document, CancellationToken cancel) =>
        await session.RunAsync(Statements.SavePublicTable.With(force, (int)day, document), cancel);
}
