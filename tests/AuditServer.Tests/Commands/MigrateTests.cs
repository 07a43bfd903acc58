using AuditServer.Storage;
using AuditServer.Storage.Migrations;
using AuditServer.Tests.Moving;
using AuditServer.Tests.Storage;

namespace AuditServer.Tests.Commands;

public sealed class MigrateTests : IDisposable
{
    private const string Password = "not-to-be-shown";

    private readonly Databases databases = new();

    private static MigrationScripts Scripts { get; } = new(StorageOptions.Sqlite);

    private string Database => databases.PathOf("migrated.db");

    private string Path => $"--CrimeAudit:Storage:Path={Database}";

    public void Dispose() => databases.Dispose();

    [Fact]
    public async Task A_new_file_is_migrated_script_by_script_and_then_is_up_to_date()
    {
        VerbRun first = await VerbRun.OfAsync("migrate", Path);
        string[] told = [.. Scripts.Names.Select(n => $"Ran {n}"), $"The schema is now of version {Scripts.Latest}."];
        Assert.Equal((0, Lines(told), ""), (first.Code, first.Output, first.Error));

        VerbRun second = await VerbRun.OfAsync("migrate", Path);
        Assert.Equal(new VerbRun(0, Lines($"The schema is up to date: version {Scripts.Latest}."), ""), second);
    }

    [Fact]
    public async Task The_printed_script_needs_no_database_and_leaves_the_same_behind_as_migrating()
    {
        VerbRun printed = await VerbRun.OfAsync("migrate", "--print", Path);
        Assert.Equal((0, ""), (printed.Code, printed.Error));
        Assert.False(File.Exists(Database));

        await SqliteFile.RunAsync(databases.PathOf("by-hand.db"), printed.Output);
        await VerbRun.OfAsync("migrate", Path);
        foreach (string question in new[] { SqliteFile.Columns, SqliteFile.Objects, SqliteFile.Journal })
        {
            IReadOnlyList<string> migrated = await SqliteFile.ReadAsync(Database, question);
            Assert.NotEmpty(migrated);
            Assert.Equal(migrated, await SqliteFile.ReadAsync(databases.PathOf("by-hand.db"), question));
        }
    }

    [Fact]
    public async Task What_was_run_by_hand_is_up_to_date()
    {
        await SqliteFile.RunAsync(Database, (await VerbRun.OfAsync("migrate", "--print")).Output);
        Assert.Equal(Lines($"The schema is up to date: version {Scripts.Latest}."), (await VerbRun.OfAsync("migrate", Path)).Output);
    }

    [Theory]
    [InlineData("--create-database is for SqlServer", "--create-database")]
    [InlineData("give one of", "--create-database", "--print")]
    public async Task An_option_that_does_not_fit_is_refused_and_nothing_is_made(string told, params string[] options)
    {
        VerbRun refused = await VerbRun.OfAsync(["migrate", Path, .. options]);
        Assert.Equal((2, ""), (refused.Code, refused.Output));
        Assert.Contains(told, refused.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Database));
    }

    [Theory]
    [InlineData]
    [InlineData("--create-database")]
    public async Task A_server_that_does_not_answer_is_told_in_one_line_without_its_password(params string[] options)
    {
        // No server listens on port 1.
        VerbRun refused = await VerbRun.OfAsync(
        [
            "migrate",
            "--CrimeAudit:Storage:Provider=SqlServer",
            $"--CrimeAudit:Storage:ConnectionString=Server=127.0.0.1,1;Database=nowhere;User ID=somebody;Password={Password};Connect Timeout=5;ConnectRetryCount=0",
            .. options,
        ]);
        Assert.Equal((78, ""), (refused.Code, refused.Output));
        Assert.StartsWith("The database cannot be used: ", Assert.Single(refused.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.DoesNotContain(Password, refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_told_in_one_line()
    {
        VerbRun refused = await VerbRun.OfAsync("migrate", $"--CrimeAudit:Storage:Path={databases.PathOf("no/such.db")}");
        Assert.Equal((78, ""), (refused.Code, refused.Output));
        Assert.Contains("no/such.db", Assert.Single(refused.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    private static string Lines(params string[] lines) => string.Concat(lines.Select(l => l + Environment.NewLine));
}
