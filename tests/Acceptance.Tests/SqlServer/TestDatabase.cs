using Microsoft.Data.SqlClient;

namespace Acceptance.Tests.SqlServer;

/// <summary>A database of a test's own on the test server, dropped with it.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    // Babelfish loses one of two databases that are created or dropped at once.
    private static readonly SemaphoreSlim OneAtATime = new(1);

    private readonly string server;
    private readonly string name;

    private TestDatabase(string server, string name)
    {
        this.server = server;
        this.name = name;
        ConnectionString = new SqlConnectionStringBuilder(server) { InitialCatalog = name }.ConnectionString;
    }

    public string ConnectionString { get; }

    public string Name => name;

    /// <summary>A name for a database that the test itself makes.</summary>
    public static TestDatabase Named(string server, string suffix = "") => new(server, $"crimeaudit_{Guid.NewGuid():N}{suffix}");

    public static async Task<TestDatabase> CreateAsync(string server)
    {
        TestDatabase database = Named(server);
        await AloneAsync(() => database.OnServerAsync($"CREATE DATABASE [{database.name}]"));
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
        if (await OnServerAsync($"SELECT DB_ID('{name.Replace("'", "''", StringComparison.Ordinal)}')") is DBNull)
        {
            return;
        }

        if (!await IsBabelfishAsync())
        {
            await OnServerAsync($"ALTER DATABASE [{name}] SET SINGLE_USER WITH ROLLBACK IMMEDIATE");
        }

        await AloneAsync(() => OnServerAsync($"DROP DATABASE [{name}]"));
    }

    private static async Task AloneAsync(Func<Task> step)
    {
        await OneAtATime.WaitAsync(CancellationToken.None);
        try
        {
            await step();
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    /// <summary>Whether the server is Babelfish for PostgreSQL, which lacks some statements of administrators.</summary>
    public async Task<bool> IsBabelfishAsync() => await OnServerAsync("SELECT CAST(SERVERPROPERTY('babelfish') AS int)") is 1;

    /// <summary>Runs batches one after the other on one connection to the server, which begins in master.</summary>
    /// <returns>The first column of the last one's first row.</returns>
    public async Task<object?> OnServerAsync(params IReadOnlyList<string> batches)
    {
        await using var connection = new SqlConnection(new SqlConnectionStringBuilder(server) { InitialCatalog = "master" }.ConnectionString);
        await connection.OpenAsync(CancellationToken.None);
        object? last = null;
        foreach (string batch in batches)
        {
            last = await RunAsync(connection, batch);
        }

        return last;
    }

    private static async Task<object?> RunAsync(SqlConnection connection, string sql)
    {
        await using SqlCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // The program's own scripts, and texts of the tests; names in them are made above.
        command.CommandText = sql;
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync(CancellationToken.None);
    }
}
