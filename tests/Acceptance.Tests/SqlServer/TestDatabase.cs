using Microsoft.Data.SqlClient;

namespace Acceptance.Tests.SqlServer;

/// <summary>A database of a test's own on the test server, dropped with it.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private readonly string server;
    private readonly string name = $"crimeaudit_{Guid.NewGuid():N}";

    private TestDatabase(string server)
    {
        this.server = server;
        ConnectionString = new SqlConnectionStringBuilder(server) { InitialCatalog = name }.ConnectionString;
    }

    public string ConnectionString { get; }

    public static async Task<TestDatabase> CreateAsync(string server)
    {
        var database = new TestDatabase(server);
        await database.OnServerAsync($"CREATE DATABASE [{database.name}]");
        if (!await database.IsBabelfishAsync())
        {
            // What create-database.sql does. Babelfish has row versions always, and no such statement.
            await database.OnServerAsync($"ALTER DATABASE [{database.name}] SET ALLOW_SNAPSHOT_ISOLATION ON");
            await database.OnServerAsync($"ALTER DATABASE [{database.name}] SET READ_COMMITTED_SNAPSHOT ON");
        }

        return database;
    }

    public async ValueTask DisposeAsync()
    {
        // The server had pools of its own.
        SqlConnection.ClearAllPools();
        if (!await IsBabelfishAsync())
        {
            await OnServerAsync($"ALTER DATABASE [{name}] SET SINGLE_USER WITH ROLLBACK IMMEDIATE");
        }

        await OnServerAsync($"DROP DATABASE [{name}]");
    }

    private async Task<bool> IsBabelfishAsync() => await OnServerAsync("SELECT CAST(SERVERPROPERTY('babelfish') AS int)") is 1;

    private async Task<object?> OnServerAsync(string sql)
    {
        await using var connection = new SqlConnection(new SqlConnectionStringBuilder(server) { InitialCatalog = "master" }.ConnectionString);
        await connection.OpenAsync(CancellationToken.None);
        await using SqlCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // The only name in it is made above.
        command.CommandText = sql;
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync(CancellationToken.None);
    }
}
