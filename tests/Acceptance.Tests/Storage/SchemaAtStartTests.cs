using Acceptance.Tests.Support;
using AuditServer.Hosting;
using AuditServer.Storage.Migrations;
using CrimeAudit.V1;
using static Grpc.Health.V1.HealthCheckResponse.Types.ServingStatus;

namespace Acceptance.Tests.Storage;

/// <summary>A server starts on a database that has seen more, or less, than it knows.</summary>
public abstract class SchemaAtStartTests<TService>(TService service) : AcceptanceTests<TService>(service)
    where TService : ServiceUnderTest, new()
{
    [Fact]
    public async Task A_newer_database_is_refused_by_name_and_left_alone()
    {
        await using TService older = await EmptyServiceAsync();
        await SubmitAsync(older, Told.Report("kent", "kept"));
        const string Later = "9999-later.sql";
        string name = new MigrationScripts(older.Engine).Prefix + Later;
        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => older.RestartAsync(
            () => older.RunSqlAsync($"INSERT INTO {older.Journal} (ScriptName, Applied) VALUES ('{name}', '20300101')")));
        Assert.Contains($"newer than this program: it has seen {Later}.", refused.Message, StringComparison.Ordinal);
        VerbResult migrate = await older.VerbAsync("migrate");
        Assert.Equal((AuditServerHost.ConfigurationExitCode, "", refused.Message), (migrate.Code, migrate.Output, migrate.LastLine));

        await older.RestartAsync(() => older.RunSqlAsync($"DELETE FROM {older.Journal} WHERE ScriptName = '{name}'"));
        Assert.Equal(1, await EntriesAsync(older));
    }

    [Fact]
    public async Task A_start_that_may_not_migrate_is_refused_until_the_verb_did()
    {
        await using var unready = new TService { Settings = new Dictionary<string, string?> { ["CrimeAudit:Storage:MigrateAtStart"] = "false" } };
        var scripts = new MigrationScripts(unready.Engine);
        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => unready.InitializeAsync().AsTask());
        Assert.Equal(
            $"The database lacks {string.Join(", ", scripts.Names)}, and CrimeAudit:Storage:MigrateAtStart is off. Run AuditServer migrate first.",
            refused.Message);

        VerbResult migrate = await unready.VerbAsync("migrate");
        string[] told = [.. scripts.Names.Select(n => $"Ran {n}"), $"The schema is now of version {scripts.Latest}."];
        Assert.Equal((0, ""), (migrate.Code, migrate.Error));
        Assert.Equal(told, migrate.Output.TrimEnd().Split(Environment.NewLine));
        await unready.RestartAsync();
        Assert.Equal(Serving, await unready.HealthAsync());
        Receipt receipt = Assert.Single(await SubmitAsync(unready, Told.Report("kent", "first")));
        Assert.Equal(0, receipt.EntryIndex);
    }

    [Fact]
    public async Task Of_three_that_migrate_at_once_one_does_and_the_others_find_it_done()
    {
        await using var fresh = new TService { Settings = new Dictionary<string, string?> { ["CrimeAudit:Storage:MigrateAtStart"] = "false" } };
        await Assert.ThrowsAsync<StartRefusedException>(() => fresh.InitializeAsync().AsTask());
        VerbResult[] all = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => fresh.VerbAsync("migrate"), Cancel)));
        Assert.All(all, one => Assert.Equal((0, ""), (one.Code, one.Error)));
        VerbResult did = Assert.Single(all, one => one.Output.Contains("Ran ", StringComparison.Ordinal));
        Assert.All(all.Except([did]), one => Assert.StartsWith("The schema is up to date", one.Output, StringComparison.Ordinal));
    }
}
