using AuditServer.Hosting;
using DbUp.Engine;
using DbUp.Engine.Output;
using Microsoft.Extensions.Options;

namespace AuditServer.Storage.Migrations;

/// <summary>Brings the schema up to date, by one instance at a time. A database that is up to date is only read.</summary>
internal sealed partial class Migrator(
    IMigrationTarget target, MigrationScripts scripts, IStorageFailures failures, IOptions<StorageOptions> options, ILogger<Migrator> logger)
{
    /// <summary>Before a server serves: migrates where that is allowed, and checks the database.</summary>
    /// <exception cref="StartRefusedException">The database is newer, or not up to date, or cannot be used; the message says what to do.</exception>
    public Task PrepareAsync(CancellationToken cancel) => UseAsync(async () =>
    {
        if (!options.Value.MigrateAtStart && Pending() is [_, ..] pending)
        {
            throw new StartRefusedException(
                $"The database lacks {string.Join(", ", pending)}, and CrimeAudit:Storage:MigrateAtStart is off. Run AuditServer migrate first.");
        }

        await RunAsync(cancel);
        await target.CheckAsync(cancel);
    });

    /// <summary>Does something with the database.</summary>
    /// <exception cref="StartRefusedException">It cannot be used; the message says why in one line.</exception>
    public async Task UseAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception exception) when (failures.Of(exception) != StorageFailure.None)
        {
            throw new StartRefusedException($"The database cannot be used: {exception.Message.ReplaceLineEndings(" ")}", exception);
        }
    }

    /// <summary>Runs the scripts that the database has not seen.</summary>
    /// <returns>Their names; none when it was up to date.</returns>
    /// <exception cref="StartRefusedException">The database is newer than this program, or a script failed.</exception>
    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken cancel)
    {
        if (Pending().Count == 0)
        {
            return [];
        }

        await using IAsyncDisposable held = await target.LockAsync(cancel);
        // While this one waited, another may have done it.
        DatabaseUpgradeResult result = Engine().PerformUpgrade();
        if (!result.Successful)
        {
            throw new StartRefusedException(
                $"Migration {Name(result.ErrorScript?.Name)} failed, and nothing of it stands: {result.Error.Message}", result.Error);
        }

        string[] done = [.. result.Scripts.Select(s => Name(s.Name))];
        Array.ForEach(done, script => LogMigrated(logger, script));
        return done;
    }

    /// <summary>The scripts that the database has not seen.</summary>
    /// <exception cref="StartRefusedException">It has seen others: it is newer than this program.</exception>
    public IReadOnlyList<string> Pending()
    {
        if (!target.MayHoldLog())
        {
            return scripts.Names;
        }

        UpgradeEngine engine = Engine();
        string[] unknown = [.. engine.GetExecutedButNotDiscoveredScripts().Select(Name).Order(StringComparer.Ordinal)];
        return unknown.Length == 0
            ? [.. engine.GetScriptsToExecute().Select(s => Name(s.Name))]
            : throw new StartRefusedException(
                $"The database is newer than this program: it has seen {string.Join(", ", unknown)}. Run the newer program.");
    }

    private UpgradeEngine Engine() => target.Deploy()
        .WithScriptsEmbeddedInAssembly(MigrationScripts.Assembly, scripts.Holds)
        .WithTransactionPerScript()
        .WithVariablesDisabled()
        .LogTo(new NoOpUpgradeLog())
        .Build();

    private string Name(string? script) => script is null ? "?" : scripts.Holds(script) ? script[scripts.Prefix.Length..] : script;

    [LoggerMessage(LogLevel.Information, "Migrated the database: {Script}")]
    private static partial void LogMigrated(ILogger logger, string script);
}
