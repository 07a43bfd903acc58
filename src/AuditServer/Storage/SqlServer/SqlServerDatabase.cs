using System.Data;
using System.Data.Common;
using AuditServer.Sequencing;
using Dapper;
using Microsoft.Data.SqlClient;
using Microsoft.Extensions.Options;

namespace AuditServer.Storage.SqlServer;

/// <summary>The database on SQL Server: its connections, and the commands of the SQL files.</summary>
internal sealed class SqlServerDatabase
{
    private readonly IConnections connections;
    private readonly int timeoutSeconds;

    public SqlServerDatabase(IOptions<StorageOptions> options, IConnections connections)
    {
        this.connections = connections;
        timeoutSeconds = (int)options.Value.CommandTimeout.TotalSeconds;
        var settings = new SqlConnectionStringBuilder(options.Value.ConnectionString) { CommandTimeout = timeoutSeconds };
        if (!settings.ShouldSerialize("Application Name"))
        {
            settings.ApplicationName = "CrimeAuditGrpc";
        }

        ConnectionString = settings.ConnectionString;
        DatabaseName = settings.InitialCatalog;
    }

    public SqlText Sql { get; } = new("SqlServer");

    /// <summary>Never logged: it can hold a password.</summary>
    public string ConnectionString { get; }

    public string DatabaseName { get; }

    /// <summary>The name as Transact-SQL takes it, whatever it holds.</summary>
    public string QuotedName => $"[{DatabaseName.Replace("]", "]]", StringComparison.Ordinal)}]";

    /// <summary>The script that creates the database, under its own name.</summary>
    public string CreationScript() => new AdministrationScripts(StorageOptions.SqlServer).Text("create-database.sql")
        .Replace("[crimeaudit]", QuotedName, StringComparison.Ordinal);

    /// <summary>Opens a connection from the pool. The provider itself opens an idle one again that the network lost.</summary>
    /// <exception cref="StorageUnreachableException">None can be had: whatever number a server says that by, it is not the caller's doing.</exception>
    public async ValueTask<DbConnection> OpenAsync(CancellationToken cancel)
    {
        DbConnection connection = connections.Create(ConnectionString);
        try
        {
            await connection.OpenAsync(cancel);
            return connection;
        }
        catch (DbException refused)
        {
            await connection.DisposeAsync();
            throw new StorageUnreachableException(refused.Message, refused);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// Opens a connection and begins a reading of which everything is of one moment, that of its first statement. It takes no
    /// lock and waits for none, so writing goes on.
    /// </summary>
    public async ValueTask<SqlServerSession> SnapshotAsync(CancellationToken cancel) =>
        await SqlServerSession.BeginAsync(this, IsolationLevel.Snapshot, cancel);

    /// <summary>As <see cref="SnapshotAsync"/>, with where the log ended: the first read fixes the moment.</summary>
    public async ValueTask<(SqlServerSession Snapshot, LogHead Head)> SnapshotAtHeadAsync(CancellationToken cancel)
    {
        SqlServerSession snapshot = await SnapshotAsync(cancel);
        try
        {
            return (snapshot, (await snapshot.ReadOneAsync<HeadRow>(Statements.ReadHead.With(), cancel)).ToHead());
        }
        catch
        {
            await snapshot.DisposeAsync();
            throw;
        }
    }

    /// <summary>Opens a connection and begins a transaction that writes. Its first statement takes the head row's lock.</summary>
    public async ValueTask<SqlServerSession> BeginAsync(CancellationToken cancel) =>
        await SqlServerSession.BeginAsync(this, IsolationLevel.ReadCommitted, cancel);

    /// <summary>The command of a statement, for Dapper.</summary>
    public CommandDefinition Command(BoundStatement statement, DbTransaction? transaction, CancellationToken cancel) =>
        new(Sql[statement.Statement.File], statement, transaction, timeoutSeconds, CommandType.Text, cancellationToken: cancel);

    /// <summary>Lets go of pooled connections, and of a pool's memory that there were none to be had.</summary>
    public void ClearPool()
    {
        using var ofPool = new SqlConnection(ConnectionString);
        SqlConnection.ClearPool(ofPool);
    }
}
