using AuditServer.Hosting;
using DbUp;
using DbUp.Engine;
using DbUp.Engine.Output;
using Microsoft.Data.Sqlite;

namespace AuditServer.Storage.Sqlite;

/// <summary>Brings the file's schema up to date before anything else starts.</summary>
internal sealed partial class SqliteMigrations(SqliteDatabase database, ILogger<SqliteMigrations> logger) : IHostedService
{
    private const string Folder = "AuditServer.Storage.Sqlite.Migrations.";

    /// <summary>Hosted services start in the order they were added, so this is done before the write path begins.</summary>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        Run();
        UseWriteAheadLog();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Runs the numbered scripts that the file has not seen.</summary>
    /// <exception cref="StartRefusedException">The file is newer than this program.</exception>
    /// <exception cref="InvalidOperationException">A script failed.</exception>
    public void Run()
    {
        UpgradeEngine engine = DeployChanges.To.SqliteDatabase(database.ConnectionString)
            .WithScriptsEmbeddedInAssembly(typeof(SqliteMigrations).Assembly, name => name.StartsWith(Folder, StringComparison.Ordinal))
            .WithTransactionPerScript()
            .LogTo(new NoOpUpgradeLog())
            .Build();
        string[] unknown = [.. engine.GetExecutedButNotDiscoveredScripts()];
        if (unknown.Length > 0)
        {
            throw new StartRefusedException(
                $"The database is newer than this program: it has seen {string.Join(", ", unknown)}. Run the newer program.");
        }

        DatabaseUpgradeResult result = engine.PerformUpgrade();
        if (!result.Successful)
        {
            throw new InvalidOperationException($"Migration {result.ErrorScript?.Name} failed.", result.Error);
        }

        foreach (SqlScript script in result.Scripts)
        {
            LogMigrated(logger, script.Name[Folder.Length..]);
        }
    }

    /// <summary>The file keeps this mode, so no connection has to ask for it again.</summary>
    private void UseWriteAheadLog()
    {
        using var connection = new SqliteConnection(database.ConnectionString);
        connection.Open();
        using SqliteCommand wal = connection.CreateCommand();
        wal.CommandText = "PRAGMA journal_mode=WAL;";
        wal.ExecuteNonQuery();
    }

    [LoggerMessage(LogLevel.Information, "Migrated the database: {Script}")]
    private static partial void LogMigrated(ILogger logger, string script);
}
