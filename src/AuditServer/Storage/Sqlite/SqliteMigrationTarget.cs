using AuditServer.Storage.Migrations;
using Dapper;
using DbUp;
using DbUp.Builder;
using Microsoft.Data.Sqlite;

namespace AuditServer.Storage.Sqlite;

/// <summary>Migrating the file.</summary>
internal sealed class SqliteMigrationTarget(SqliteDatabase database) : IMigrationTarget
{
    public UpgradeEngineBuilder Deploy() => DeployChanges.To.SqliteDatabase(database.CreatingConnectionString);

    public ValueTask<IAsyncDisposable> LockAsync(CancellationToken cancel) => ValueTask.FromResult<IAsyncDisposable>(null!);

    /// <summary>Puts the file into WAL, so that readers never wait for the writer. The file keeps this mode: no connection has to ask for it again.</summary>
    public async ValueTask CheckAsync(CancellationToken cancel)
    {
        await using var connection = new SqliteConnection(database.CreatingConnectionString);
        await connection.ExecuteAsync(new CommandDefinition(database.Sql["use-write-ahead-log"], cancellationToken: cancel));
    }
}
