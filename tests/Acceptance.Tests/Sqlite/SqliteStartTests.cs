using Acceptance.Tests.Instances;
using Acceptance.Tests.Support;
using AuditServer.Storage;
using AuditServer.Storage.Migrations;

namespace Acceptance.Tests.Sqlite;

/// <summary>Servers start on a file: several at once on a new one, and one on a file that is up to date.</summary>
public sealed class SqliteStartTests(SqliteService service) : AcceptanceTests<SqliteService>(service)
{
    private const string Migrated = "Migrated the database: ";

    [Fact]
    public async Task Of_three_processes_that_start_at_once_on_a_new_file_one_migrates_it_and_all_serve()
    {
        KeyValuePair<string, string>[] settings =
        [
            new("CrimeAudit:Hosting:GrpcUrl", "http://127.0.0.1:0"),
            new("CrimeAudit:Hosting:JsonUrl", "http://127.0.0.1:0"),
            new("CrimeAudit:Storage:Path", Service.FileOf("new.db")),
        ];
        ServerProcess[] started = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => ServerProcess.StartAsync(settings, Cancel)));
        try
        {
            string[][] migrated = [.. started.Select(MigratedBy).Where(m => m.Length > 0)];
            Assert.Equal(new MigrationScripts(StorageOptions.Sqlite).Names, Assert.Single(migrated));
        }
        finally
        {
            foreach (ServerProcess process in started)
            {
                await process.DisposeAsync();
            }
        }
    }

    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    public async Task A_start_on_a_file_that_is_up_to_date_writes_nothing_into_it(string migrateAtStart)
    {
        await using var kept = new SqliteService
        {
            Settings = new Dictionary<string, string?> { ["CrimeAudit:Storage:MigrateAtStart"] = migrateAtStart },
        };
        Assert.Equal(0, (await kept.VerbAsync("migrate")).Code);
        string file = kept.DatabaseFile;
        byte[] before = [];
        await kept.InitializeAsync();
        // The first start has signed the empty log.
        await kept.RestartAsync(async () =>
        {
            before = await File.ReadAllBytesAsync(file, Cancel);
            File.SetLastWriteTimeUtc(file, Moments.Reported.UtcDateTime);
        });

        Assert.Equal(0, await EntriesAsync(kept));
        Assert.Equal(0, new FileInfo(file + "-wal").Length);
        await kept.RestartAsync();
        Assert.Equal(before, await File.ReadAllBytesAsync(file, Cancel));
        Assert.Equal(Moments.Reported.UtcDateTime, File.GetLastWriteTimeUtc(file));

        await SubmitAsync(kept, Told.Report("kent", "r0"));
        await kept.RestartAsync();
        Assert.NotEqual(before, await File.ReadAllBytesAsync(file, Cancel));
    }

    private static string[] MigratedBy(ServerProcess process) =>
    [
        .. process.Said.Where(line => line.Contains(Migrated, StringComparison.Ordinal)).Select(line => line.Split(Migrated)[1]),
    ];
}
