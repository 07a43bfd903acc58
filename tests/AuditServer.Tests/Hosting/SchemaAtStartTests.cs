using AuditServer.Hosting;
using AuditServer.Storage;
using AuditServer.Storage.Migrations;
using AuditServer.Tests.Commands;
using AuditServer.Tests.Moving;
using AuditServer.Tests.Storage;

namespace AuditServer.Tests.Hosting;

/// <summary>The server program on a database that is newer, or older, than it.</summary>
public sealed class SchemaAtStartTests : IDisposable
{
    private readonly Databases databases = new();

    private string Folder => databases.PathOf("");

    private string Database => databases.PathOf("schema.db");

    public void Dispose() => databases.Dispose();

    [Theory]
    [InlineData]
    [InlineData("--CrimeAudit:Storage:MigrateAtStart=false")]
    public async Task A_newer_database_is_refused_and_the_scripts_that_it_has_seen_are_named(params string[] settings)
    {
        Assert.Equal(0, (await VerbRun.OfAsync("migrate", $"--CrimeAudit:Storage:Path={Database}")).Code);
        await SqliteFile.RunAsync(
            Database,
            "INSERT INTO SchemaVersions (ScriptName, Applied) VALUES ('AuditServer.Storage.Sqlite.Migrations.8888-later.sql', 0), ('9999-last.sql', 0);");
        byte[] before = await File.ReadAllBytesAsync(Database, TestContext.Current.CancellationToken);
        ProcessResult start = await StartAsync(settings);
        Assert.Contains(" 8888-later.sql, 9999-last.sql.", start.Error, StringComparison.Ordinal);
        VerbRun migrate = await VerbRun.OfAsync(["migrate", $"--CrimeAudit:Storage:Path={Database}", .. settings]);
        Assert.Equal((AuditServerHost.ConfigurationExitCode, start.Error), (migrate.Code, migrate.Error));
        Assert.Equal(before, await File.ReadAllBytesAsync(Database, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_start_that_may_not_migrate_names_what_is_missing_and_the_command_and_makes_no_file()
    {
        ProcessResult start = await StartAsync("--CrimeAudit:Storage:MigrateAtStart=false");
        Assert.All(new MigrationScripts(StorageOptions.Sqlite).Names, name => Assert.Contains(name, start.Error, StringComparison.Ordinal));
        Assert.Contains("Run AuditServer migrate first", start.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Database));
    }

    [Fact]
    public async Task Of_a_database_that_has_seen_some_only_the_others_are_missing()
    {
        var scripts = new MigrationScripts(StorageOptions.Sqlite);
        Assert.Equal(0, (await VerbRun.OfAsync("migrate", $"--CrimeAudit:Storage:Path={Database}")).Code);
        await SqliteFile.RunAsync(Database, $"DELETE FROM SchemaVersions WHERE ScriptName LIKE '%{scripts.Names[^1]}';");
        ProcessResult start = await StartAsync("--CrimeAudit:Storage:MigrateAtStart=false");
        Assert.Contains($"The database lacks {scripts.Names[^1]}, ", start.Error, StringComparison.Ordinal);
    }

    private async Task<ProcessResult> StartAsync(params string[] settings)
    {
        ProcessResult result = await ServerProcess.RunAsync(
            Folder,
            [
                "--environment=Development",
                "--CrimeAudit:Hosting:GrpcUrl=http://127.0.0.1:0",
                "--CrimeAudit:Hosting:JsonUrl=http://127.0.0.1:0",
                $"--CrimeAudit:Storage:Path={Database}",
                .. settings,
            ]);
        Assert.Equal(AuditServerHost.ConfigurationExitCode, result.Code);
        Assert.Single(result.Error.TrimEnd().Split('\n'));
        return result;
    }
}
