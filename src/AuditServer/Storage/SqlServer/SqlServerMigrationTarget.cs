using System.Data;
using System.Data.Common;
using AuditServer.Hosting;
using AuditServer.Storage.Migrations;
using Dapper;
using DbUp;
using DbUp.Builder;
using Microsoft.Data.SqlClient;

namespace AuditServer.Storage.SqlServer;

/// <summary>Migrating on SQL Server: under an application lock, with the journal in the service's own schema.</summary>
internal sealed partial class SqlServerMigrationTarget(SqlServerDatabase database, ILogger<SqlServerMigrationTarget> logger) : IMigrationTarget
{
    private const int SnapshotNotAllowed = 3952;

    public UpgradeEngineBuilder Deploy() => DeployChanges.To
        .SqlDatabase(database.ConnectionString)
        .JournalToSqlTable("crimeaudit", "schema_versions");

    public bool MayHoldLog() => true;

    public async ValueTask<IAsyncDisposable> LockAsync(CancellationToken cancel)
    {
        // The lock is the session's: closing the connection lets go of it, also when this process dies.
        DbConnection session = await database.OpenAsync(cancel);
        try
        {
            await session.ExecuteAsync(database.Command(Statements.LockMigrations.With(), null, cancel));
            // The journal stands in this schema, and is there before the first script.
            await session.ExecuteAsync(database.Command(Statements.CreateSchema.With(), null, cancel));
            return session;
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    public async ValueTask CheckAsync(CancellationToken cancel)
    {
        await RequireSnapshotsAsync(cancel);
        await using DbConnection connection = await database.OpenAsync(cancel);
        if (!await connection.QuerySingleAsync<bool>(database.Command(Statements.ReadIsolation.With(), null, cancel)))
        {
            LogNoReadCommittedSnapshot(logger, database.DatabaseName);
        }
    }

    /// <summary>Every answer is read in a snapshot; a database that allows none could only answer with a mixture of moments.</summary>
    private async ValueTask RequireSnapshotsAsync(CancellationToken cancel)
    {
        try
        {
            await using SqlServerSession snapshot = await database.SnapshotAsync(cancel);
            await snapshot.ReadOneAsync<HeadRow>(Statements.ReadHead.With(), cancel);
        }
        catch (SqlException exception) when (exception.Number == SnapshotNotAllowed)
        {
            throw new StartRefusedException(
                $"The database allows no snapshots, in which every answer is read. Run: ALTER DATABASE {database.QuotedName} SET ALLOW_SNAPSHOT_ISOLATION ON",
                exception);
        }
    }

    [LoggerMessage(
        LogLevel.Warning,
        "READ_COMMITTED_SNAPSHOT is off in {Database}: reports of others on these tables can hold up the write path. Advised: ALTER DATABASE … SET READ_COMMITTED_SNAPSHOT ON")]
    private static partial void LogNoReadCommittedSnapshot(ILogger logger, string database);
}
