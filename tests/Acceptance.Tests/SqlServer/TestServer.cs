using DotNet.Testcontainers.Builders;
using Testcontainers.MsSql;

namespace Acceptance.Tests.SqlServer;

/// <summary>
/// The server that the tests of the SQL Server engine run against: the one that CRIMEAUDIT_TEST_SQLSERVER names by a connection
/// string, else a container where Docker is there, else none, and why.
/// </summary>
internal sealed class TestServer
{
    private const string Variable = "CRIMEAUDIT_TEST_SQLSERVER";
    private const string Image = "mcr.microsoft.com/mssql/server:2022-CU21-ubuntu-22.04";

    private static readonly Lazy<Task<TestServer>> Only = new(FindAsync);

    private TestServer(string? connectionString, string? missing) => (ConnectionString, Missing) = (connectionString, missing);

    /// <summary>How the server is reached; null when there is none.</summary>
    public string? ConnectionString { get; }

    /// <summary>Why there is none.</summary>
    public string? Missing { get; }

    /// <summary>The server of this run.</summary>
    public static Task<TestServer> GetAsync() => Only.Value;

    private static async Task<TestServer> FindAsync()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given)
        {
            return new TestServer(given, null);
        }

        try
        {
            // Removed by the container library's own reaper when this process ends.
            MsSqlContainer container = new MsSqlBuilder(Image).Build();
            await container.StartAsync();
            return new TestServer(container.GetConnectionString(), null);
        }
        catch (Exception none) when (none is DockerUnavailableException or ArgumentException)
        {
            return new TestServer(null, $"no SQL Server: {Variable} holds no connection string, and no Docker engine runs here");
        }
    }
}
