using System.Security.Cryptography;
using Microsoft.Data.SqlClient;

namespace Acceptance.Tests.SqlServer;

/// <summary>A login of a test's own with a user in its database, dropped with it.</summary>
internal sealed class ServiceLogin : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly string name = $"service_{Guid.NewGuid():N}"[..24];

    private ServiceLogin(TestDatabase database, string password)
    {
        this.database = database;
        ConnectionString = new SqlConnectionStringBuilder(database.ConnectionString) { UserID = name, Password = password }.ConnectionString;
    }

    public string ConnectionString { get; }

    /// <summary>Makes the login, with a user in the database that has no right yet.</summary>
    public static async Task<ServiceLogin> CreateAsync(TestDatabase database)
    {
        string password = $"Aa1-{RandomNumberGenerator.GetHexString(20)}";
        var login = new ServiceLogin(database, password);
        await database.OnServerAsync(
            $"CREATE LOGIN [{login.name}] WITH PASSWORD = '{password}'",
            $"USE [{database.Name}]",
            $"CREATE USER [{login.name}] FOR LOGIN [{login.name}]");
        return login;
    }

    /// <summary>Makes the user a member of the role that the service's rights are given to.</summary>
    public Task JoinRoleAsync() =>
        database.OnServerAsync($"USE [{database.Name}]", $"ALTER ROLE crimeaudit_service ADD MEMBER [{name}]");

    public async ValueTask DisposeAsync()
    {
        SqlConnection.ClearAllPools();
        await database.OnServerAsync($"USE [{database.Name}]", $"DROP USER [{name}]", "USE master", $"DROP LOGIN [{name}]");
    }
}
