using Acceptance.Tests.Failures;
using Acceptance.Tests.Support;
using AuditServer.Storage;
using AuditServer.Storage.SqlServer;
using Tests.Shared;

namespace Acceptance.Tests.SqlServer;

/// <summary>The service on SQL Server, where one is there for tests.</summary>
public sealed class SqlServerService : ServiceUnderTest
{
    private TestDatabase? database;

    /// <summary>How a database is reached that is there already, and stays; null: one is made for this service.</summary>
    public string? Given { get; init; }

    public override string Engine => "SqlServer";

    // SHUTDOWN is in progress; database is read-only; transaction log is full; deadlock victim.
    internal override EngineFailures Failures { get; } = new()
    {
        Gone = () => SqlServerErrors.Of(6005, 14, "SHUTDOWN is in progress; the disk is next"),
        ReadOnly = () => SqlServerErrors.Of(3906, 16, "Failed to update database because the database is read-only"),
        Full = () => SqlServerErrors.Of(9002, 17, "The transaction log for the database is full; free disk space"),
        Lost = () => SqlServerErrors.Of(1205, 13, "Transaction was deadlocked and has been chosen as the deadlock victim"),
    };

    internal override IConnections Connections { get; } = new SqlServerConnections();

    /// <summary>What is tested is what comes of a call. An emulation of the engine can take a second for what it parses for the first time.</summary>
    protected override TimeSpan? Deadline => TimeSpan.FromMinutes(2);

    protected override string ConnectionString => Given ?? database!.ConnectionString;

    public override string LineFeed => "NCHAR(10)";

    public override string Journal => Table("schema_versions");

    public override string Table(string name) => $"crimeaudit.{name}";

    protected override IEnumerable<KeyValuePair<string, string?>> Storage(string folderPath) =>
        [new("CrimeAudit:Storage:Provider", Engine), new("CrimeAudit:Storage:ConnectionString", ConnectionString)];

    protected override async ValueTask<string?> PrepareAsync()
    {
        TestServer server = await TestServer.GetAsync();
        if (Given is null && server.ConnectionString is { } connectionString)
        {
            database = await TestDatabase.CreateAsync(connectionString);
        }

        return server.Missing;
    }

    protected override ValueTask LetGoAsync() => database?.DisposeAsync() ?? ValueTask.CompletedTask;
}
