using AuditServer.Storage.Migrations;
using Dapper;
using DbUp;
using DbUp.Builder;
using Microsoft.Data.Sqlite;

namespace AuditServer.Storage.Sqlite;

/// <summary>Migrating the file. Whoever migrates holds the turnstile, so of several that start at once one does it and none writes meanwhile.</summary>
internal sealed class SqliteMigrationTarget(SqliteDatabase database, SqliteTurnstile turnstile) : IMigrationTarget
{
    public UpgradeEngineBuilder Deploy() => DeployChanges.To.SqliteDatabase(database.ConnectionString);

    // To look into a file that is not there would make it.
    public bool MayHoldLog() => database.FileExists;

    public async ValueTask<IAsyncDisposable> LockAsync(CancellationToken cancel) => new Held(await turnstile.EnterAsync(cancel));

    /// <summary>Puts the file into WAL, so that readers never wait for the writer. The file keeps this mode: no connection has to ask for it again.</summary>
    public async ValueTask CheckAsync(CancellationToken cancel)
    {
        // Nobody else may be writing when the mode changes.
        using IDisposable held = await turnstile.EnterAsync(cancel);
        await using var connection = new SqliteConnection(database.ConnectionString);
        await connection.ExecuteAsync(new CommandDefinition(database.Sql["use-write-ahead-log"], cancellationToken: cancel));
    }

    private sealed class Held(IDisposable turnstile) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            turnstile.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
