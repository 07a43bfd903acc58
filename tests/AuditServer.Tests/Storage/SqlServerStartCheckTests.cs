using AuditServer.Hosting;
using AuditServer.Storage;
using AuditServer.Storage.SqlServer;
using AuditServer.Tests.Support;
using Microsoft.Data.SqlClient;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Tests.Shared;

namespace AuditServer.Tests.Storage;

/// <summary>What a start asks of a migrated database on SQL Server, with a server that the test plays.</summary>
public sealed class SqlServerStartCheckTests : IDisposable
{
    private const string ReadsHead = "crimeaudit.log_head";
    private const string ReadsIsolation = "is_read_committed_snapshot_on";

    private readonly RecordedLog log = new();
    private readonly LoggerFactory loggers = new();

    public void Dispose()
    {
        loggers.Dispose();
        log.Dispose();
    }

    [Fact]
    public async Task A_database_without_snapshots_is_refused_with_the_command_that_allows_them()
    {
        var refused = await Assert.ThrowsAsync<StartRefusedException>(
            () => CheckAsync("a]b", sql => sql.Contains(ReadsHead, StringComparison.Ordinal) ? throw NotAllowed() : true));
        Assert.EndsWith("Run: ALTER DATABASE [a]]b] SET ALLOW_SNAPSHOT_ISOLATION ON", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("not-to-be-shown", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Any_other_error_of_the_server_stays_what_it_is()
    {
        var failure = await Assert.ThrowsAsync<SqlException>(() => CheckAsync("d", _ => throw SqlServerErrors.Of(18456, 14, "")));
        Assert.Equal(18456, failure.Number);
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    public async Task Readers_that_would_block_the_writer_are_warned_of(bool on, int warnings)
    {
        await CheckAsync("d", sql => sql.Contains(ReadsIsolation, StringComparison.Ordinal) ? on : 0L);
        Assert.Equal(warnings, log.Entries.Count);
        Assert.All(log.Entries, entry =>
        {
            Assert.Equal(LogLevel.Warning, entry.Level);
            Assert.Contains("SET READ_COMMITTED_SNAPSHOT ON", entry.Text, StringComparison.Ordinal);
        });
    }

    private static SqlException NotAllowed() => SqlServerErrors.Of(3952, 16, "Snapshot isolation transaction failed accessing database");

    private async Task CheckAsync(string database, Func<string, object> answer)
    {
        loggers.AddProvider(log);
        IOptions<StorageOptions> options = Options.Create(new StorageOptions
        {
            Provider = StorageOptions.SqlServer,
            ConnectionString = new SqlConnectionStringBuilder { InitialCatalog = database, Password = "not-to-be-shown" }.ConnectionString,
        });
        var target = new SqlServerMigrationTarget(
            new SqlServerDatabase(options, new FakeConnections(answer)), loggers.CreateLogger<SqlServerMigrationTarget>());
        await target.CheckAsync(TestContext.Current.CancellationToken);
    }
}
