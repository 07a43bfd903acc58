using Acceptance.Tests.Support;

namespace Acceptance.Tests.SqlServer;

/// <summary>The service on SQL Server, where one is there for tests.</summary>
public sealed class SqlServerService : ServiceUnderTest
{
    private TestDatabase? database;

    public override string Engine => "SqlServer";

    protected override IEnumerable<KeyValuePair<string, string?>> Storage(string folderPath) =>
        [new("CrimeAudit:Storage:Provider", Engine), new("CrimeAudit:Storage:ConnectionString", database!.ConnectionString)];

    protected override async ValueTask<string?> PrepareAsync()
    {
        TestServer server = await TestServer.GetAsync();
        if (server.ConnectionString is { } connectionString)
        {
            database = await TestDatabase.CreateAsync(connectionString);
        }

        return server.Missing;
    }

    protected override ValueTask LetGoAsync() => database?.DisposeAsync() ?? ValueTask.CompletedTask;
}
