using System.Data.Common;
using AuditServer.Storage.Migrations;
using Dapper;
using Microsoft.Data.SqlClient;

namespace AuditServer.Storage.SqlServer;

/// <summary>Creates the database on the server, with the row versions that the service reads in.</summary>
internal sealed class SqlServerCreation(SqlServerDatabase database, IConnections connections) : IDatabaseCreation
{
    private const int IsThereAlready = 1801;

    public async Task<IReadOnlyList<string>> EnsureAsync(CancellationToken cancel)
    {
        string ofMaster = new SqlConnectionStringBuilder(database.ConnectionString) { InitialCatalog = "master" }.ConnectionString;
        await using DbConnection master = connections.Create(ofMaster);
        await master.OpenAsync(cancel);
        if (await master.QuerySingleAsync<bool>(database.Command(Statements.FindDatabase.With(database.DatabaseName), null, cancel)))
        {
            return [$"The database {database.QuotedName} is there already."];
        }

        // Babelfish for PostgreSQL has row versions always, and no statement to ask for them.
        bool hasRowVersions = await master.QuerySingleAsync<bool>(database.Command(Statements.ReadDialect.With(), null, cancel));
        string[] batches = [.. SqlBatches.Of(database.CreationScript())];
        try
        {
            await RunAsync(master, batches[0], cancel);
        }
        catch (SqlException exception) when (exception.Number == IsThereAlready)
        {
            return [$"The database {database.QuotedName} has just been created by another program."];
        }

        // A pool that failed to reach the database before would go on refusing for a while.
        database.ClearPool();
        var told = new List<string> { $"Created the database {database.QuotedName}." };
        foreach (string setting in batches[1..])
        {
            if (hasRowVersions)
            {
                told.Add($"Left out, for this server has row versions always: {setting}");
                continue;
            }

            await RunAsync(master, setting, cancel);
            told.Add(setting);
        }

        return told;
    }

    // To create a database can take longer than a statement of the service may.
    private static Task<int> RunAsync(DbConnection master, string batch, CancellationToken cancel) =>
        master.ExecuteAsync(new CommandDefinition(batch, commandTimeout: 0, cancellationToken: cancel));
}
