using AuditServer.Sequencing;
using AuditServer.Storage.Migrations;

namespace AuditServer.Storage.SqlServer;

/// <summary>The write path on SQL Server. The lock on the head row is all that serialises instances.</summary>
internal sealed class SqlServerLogStore(SqlServerDatabase database, MigrationScripts scripts) : ILogStore
{
    private readonly SqlServerSources sources = new();

    public async ValueTask<ILogTurn> TakeTurnAsync(CancellationToken cancel)
    {
        SqlServerSession session = await database.BeginAsync(cancel);
        try
        {
            Head head = await session.ReadOneAsync<Head>(Statements.TakeTurn.With(), cancel);
            return head.SchemaVersion == scripts.Latest
                ? new SqlServerLogTurn(session, sources, new LogHead(head.Size, SqlTime.ToMicros(head.Accepted), head.Root))
                : throw new SchemaMismatchException(head.SchemaVersion, scripts.Latest);
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    private sealed class Head
    {
        public long Size { get; init; }

        public DateTime Accepted { get; init; }

        public byte[]? Root { get; init; }

        public int SchemaVersion { get; init; }
    }
}
