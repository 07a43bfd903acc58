using Acceptance.Tests.Instances;

namespace Acceptance.Tests.SqlServer;

/// <summary>Three instances on one database of SQL Server.</summary>
public sealed class SqlServerInstances : InstanceGroup
{
    private TestDatabase? database;

    protected override IEnumerable<KeyValuePair<string, string>> Storage(string folderPath) =>
        [new("CrimeAudit:Storage:Provider", "SqlServer"), new("CrimeAudit:Storage:ConnectionString", database!.ConnectionString)];

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
