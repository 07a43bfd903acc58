using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace AuditServer.Storage.Sqlite;

/// <summary>
/// The file of the embedded engine: in WAL, so that readers never wait for the writer (<see cref="SqliteMigrationTarget"/>). How
/// what is written becomes durable is the writer's business (<see cref="SqliteWriter"/>), not each reader's.
/// </summary>
internal sealed class SqliteDatabase(IOptions<StorageOptions> options) : IDisposable
{
    public SqlText Sql { get; } = new("Sqlite");

    public string ConnectionString { get; } = new SqliteConnectionStringBuilder
    {
        DataSource = Path.GetFullPath(options.Value.Path),
        DefaultTimeout = 5,
        ForeignKeys = false,
    }.ToString();

    public string CreatingConnectionString => ConnectionString;

    /// <summary>The command of an SQL file, for readers.</summary>
    public CommandDefinition Command(string file, object? parameters, CancellationToken cancel, SqliteTransaction? snapshot = null) =>
        new(Sql[file], parameters, snapshot, cancellationToken: cancel);

    /// <summary>Begins a read transaction: all that it reads is of one moment. (This engine has no asynchronous calls.)</summary>
    public static SqliteTransaction Snapshot(SqliteConnection connection) => connection.BeginTransaction(deferred: true);

    /// <summary>Opens a connection, pooled by the provider.</summary>
    public async ValueTask<SqliteConnection> OpenAsync(CancellationToken cancel)
    {
        var connection = new SqliteConnection(ConnectionString);
        try
        {
            await connection.OpenAsync(cancel);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Closes the pooled connections, so that the file can be moved or removed once the server has stopped.</summary>
    public void Dispose()
    {
        using var ofPool = new SqliteConnection(ConnectionString);
        SqliteConnection.ClearPool(ofPool);
    }
}
