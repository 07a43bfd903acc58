using System.Text.RegularExpressions;
using Acceptance.Tests.Audits;
using Acceptance.Tests.Support;
using AuditServer.Commands;
using AuditServer.Storage;
using AuditServer.Storage.Migrations;
using CrimeAudit.Client;
using CrimeAudit.V1;
using Microsoft.Data.SqlClient;
using static Grpc.Health.V1.HealthCheckResponse.Types.ServingStatus;

namespace Acceptance.Tests.SqlServer;

/// <summary>What an administrator does before the service runs: creates the database, runs the script by hand, gives few rights.</summary>
public sealed partial class AdministrationTests : IAsyncLifetime
{
    private const string OnType = "GRANT EXECUTE ON TYPE::";

    private string server = "";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        TestServer found = await TestServer.GetAsync();
        Assert.SkipWhen(found.Missing is not null, found.Missing ?? "");
        server = found.ConnectionString!;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("")]
    [InlineData(" it's -- a name")]
    public async Task Migrate_creates_the_database_where_it_is_not_there_and_leaves_one_that_is(string suffix)
    {
        await using TestDatabase database = TestDatabase.Named(server, suffix);
        VerbResult refused = await MigrateAsync(database);
        Assert.Equal((78, ""), (refused.Code, refused.Output));
        Assert.StartsWith("The database cannot be used: ", Assert.Single(refused.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);

        VerbResult created = await MigrateAsync(database, "--create-database");
        string version = $"version {new MigrationScripts(StorageOptions.SqlServer).Latest}.";
        Assert.Equal((0, ""), (created.Code, created.Error));
        Assert.StartsWith("Created the database [crimeaudit_", created.Output, StringComparison.Ordinal);
        Assert.Contains("SET ALLOW_SNAPSHOT_ISOLATION ON", created.Output, StringComparison.Ordinal);
        Assert.Equal(await database.IsBabelfishAsync(), created.Output.Contains("Left out", StringComparison.Ordinal));
        Assert.EndsWith(version, created.Output.TrimEnd(), StringComparison.Ordinal);

        VerbResult again = await MigrateAsync(database, "--create-database");
        Assert.Contains("is there already", again.Output, StringComparison.Ordinal);
        Assert.EndsWith($"The schema is up to date: {version}", again.Output.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_may_not_migrate_takes_what_was_run_by_hand_from_the_printed_script()
    {
        await using TestDatabase byHand = TestDatabase.Named(server);
        await using TestDatabase migrated = await TestDatabase.CreateAsync(server);
        VerbResult printed = await MigrateAsync(byHand, "--print");
        Assert.Equal((0, ""), (printed.Code, printed.Error));
        await RunScriptAsync(byHand, printed.Output);
        Assert.Equal(0, (await MigrateAsync(migrated)).Code);
        Assert.Equal(await DescribeAsync(migrated), await DescribeAsync(byHand));

        await using SqlServerService service = new() { Given = byHand.ConnectionString, Settings = WithoutMigrating };
        await service.InitializeAsync();
        Assert.Equal(Serving, await service.HealthAsync());
        Assert.Equal(0, (await service.Submitter("kent").Incidents.SubmitAsync(Told.Report("kent", "r0"), Cancel)).Receipt.EntryIndex);
    }

    /// <summary>What a server without DENY and rights on types leaves out is a warning of the run.</summary>
    [Fact]
    public async Task A_login_with_the_rights_of_the_script_serves_and_can_neither_alter_a_table_nor_change_an_entry()
    {
        await using TestDatabase database = await TestDatabase.CreateAsync(server);
        Assert.Equal(0, (await MigrateAsync(database)).Code);
        await using var login = await ServiceLogin.CreateAsync(database);
        string rights = new AdministrationScripts(StorageOptions.SqlServer).Text("least-privilege.sql");
        await RunScriptAsync(database, $"USE [{database.Name}]\nGO\n{rights}");
        if (await database.IsBabelfishAsync())
        {
            // It checks a foreign key with the rights of the caller, and locks the row that it looks up; the trigger still guards it.
            await database.OnServerAsync($"USE [{database.Name}]", "GRANT UPDATE ON crimeaudit.entries TO crimeaudit_service");
            TestContext.Current.AddWarning("this server needs a right to update entries besides, so that only the trigger keeps them as they are");
        }

        await login.JoinRoleAsync();

        await using SqlServerService service = new() { Given = login.ConnectionString, Settings = WithoutMigrating };
        await service.InitializeAsync();
        Assert.Equal(Serving, await service.HealthAsync());
        await service.Submitter("kent").Incidents.SubmitBatchAsync(
            [.. Enumerable.Range(0, 20).Select(i => Told.Report("kent", $"r{i}", Moments.Reported, "burglary", Told.Alleged("a1")))], Cancel);
        await service.Lead().Rates.ImportVolumesAsync(Rates.Volumes.Of("v1", "kent", ("2018-12-31", 1, 2, 3)), Cancel);
        var inspection = new Inspection(service, "few-rights", "kent");
        SampleItem item = (await inspection.DrawnAsync(Plans.Of("kent", SeedSource.Witnessed, ("burglary", 3))))[0];
        await inspection.ReviewAsync(item.UnitId, Reviews.NoCrime());

        foreach (string statement in Forbidden)
        {
            await Assert.ThrowsAsync<SqlException>(() => service.RunSqlAsync(statement));
        }
    }

    private static string[] Forbidden { get; } =
    [
        "UPDATE crimeaudit.entries SET digest = digest",
        "DELETE FROM crimeaudit.entry_payloads",
        "INSERT INTO crimeaudit.schema_versions (ScriptName, Applied) VALUES ('x', GETDATE())",
        "ALTER TABLE crimeaudit.entries ADD more int NULL",
        "CREATE TABLE crimeaudit.more (id int NOT NULL)",
        "DROP TABLE crimeaudit.frame_units",
    ];

    private static Dictionary<string, string?> WithoutMigrating { get; } = new() { ["CrimeAudit:Storage:MigrateAtStart"] = "false" };

    private static async Task<VerbResult> MigrateAsync(TestDatabase database, params string[] options)
    {
        var output = new StringWriter();
        var error = new StringWriter();
        int code = await ServerCommandLine.RunAsync(
            ["migrate", .. options, "--CrimeAudit:Storage:Provider=SqlServer", $"--CrimeAudit:Storage:ConnectionString={database.ConnectionString}"],
            output,
            error,
            Cancel);
        return new VerbResult(code, output.ToString(), error.ToString());
    }

    /// <summary>Runs a script as sqlcmd does, and warns of what the server has no statement for.</summary>
    private static async Task RunScriptAsync(TestDatabase database, string script)
    {
        string[] batches = Batches(script);
        if (await database.IsBabelfishAsync())
        {
            // Its table types are tables, and the right to use one is the right to read it.
            string[] all = Batches(script.Replace(OnType, "GRANT SELECT ON ", StringComparison.Ordinal));
            batches = [.. all.Where(b => !LacksOnBabelfish.IsMatch(b))];
            Assert.NotEqual(all.Length, batches.Length);
            string[] left = [.. all.Except(batches).Select(b => LacksOnBabelfish.Match(b).Value).Distinct()];
            TestContext.Current.AddWarning($"left out, for this server has no such statement: {string.Join(", ", left)}; instead of {OnType}…: GRANT SELECT ON …");
        }

        await database.OnServerAsync(batches);
    }

    private static string[] Batches(string script) => [.. Divider.Split(script.ReplaceLineEndings("\n")).Where(b => !string.IsNullOrWhiteSpace(b))];

    /// <summary>Every column of the schema's tables with its type, and what the journal has seen.</summary>
    private static async Task<string> DescribeAsync(TestDatabase database) => (string)(await database.OnServerAsync(
        $"USE [{database.Name}]",
        """
        SELECT STRING_AGG(CAST(told AS nvarchar(max)), '; ') WITHIN GROUP (ORDER BY told) FROM (
          SELECT CONCAT(TABLE_NAME, '.', COLUMN_NAME, ' ', DATA_TYPE, ' ', CHARACTER_MAXIMUM_LENGTH, ' ', IS_NULLABLE, ' ', ORDINAL_POSITION) AS told
          FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_SCHEMA = 'crimeaudit'
          UNION ALL SELECT CONCAT(Id, ' ', ScriptName) FROM crimeaudit.schema_versions) all_of_it;
        """))!;

    [GeneratedRegex(@"^\s*GO\s*$", RegexOptions.Multiline)]
    private static partial Regex Divider { get; }

    [GeneratedRegex("^(ALTER DATABASE|DENY|ALTER INDEX|CREATE NONCLUSTERED COLUMNSTORE)", RegexOptions.Multiline)]
    private static partial Regex LacksOnBabelfish { get; }
}
