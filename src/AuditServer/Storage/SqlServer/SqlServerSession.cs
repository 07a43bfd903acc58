using System.Data;
using System.Data.Common;
using System.Runtime.CompilerServices;
using Dapper;

namespace AuditServer.Storage.SqlServer;

/// <summary>A connection with its transaction. Disposed without a commit, nothing happened.</summary>
internal sealed class SqlServerSession : IAsyncDisposable
{
    private readonly SqlServerDatabase database;
    private readonly DbConnection connection;
    private readonly DbTransaction transaction;

    private SqlServerSession(SqlServerDatabase database, DbConnection connection, DbTransaction transaction)
    {
        this.database = database;
        this.connection = connection;
        this.transaction = transaction;
    }

    public static async ValueTask<SqlServerSession> BeginAsync(SqlServerDatabase database, IsolationLevel isolation, CancellationToken cancel)
    {
        DbConnection connection = await database.OpenAsync(cancel);
        try
        {
            return new SqlServerSession(database, connection, await connection.BeginTransactionAsync(isolation, cancel));
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public Task<int> RunAsync(BoundStatement statement, CancellationToken cancel) => connection.ExecuteAsync(Command(statement, cancel));

    /// <summary>All rows.</summary>
    public Task<IEnumerable<T>> ReadAsync<T>(BoundStatement statement, CancellationToken cancel) =>
        connection.QueryAsync<T>(Command(statement, cancel));

    /// <summary>The only row.</summary>
    public Task<T> ReadOneAsync<T>(BoundStatement statement, CancellationToken cancel) =>
        connection.QuerySingleAsync<T>(Command(statement, cancel));

    /// <summary>The only row, or the default where there is none.</summary>
    public Task<T?> FindAsync<T>(BoundStatement statement, CancellationToken cancel) =>
        connection.QuerySingleOrDefaultAsync<T?>(Command(statement, cancel));

    /// <summary>Row by row, for what can be a million of them.</summary>
    public async IAsyncEnumerable<T> ReadUnbufferedAsync<T>(BoundStatement statement, [EnumeratorCancellation] CancellationToken cancel)
    {
        CommandDefinition command = Command(statement, cancel);
        await foreach (T row in connection
            .QueryUnbufferedAsync<T>(command.CommandText, command.Parameters, transaction, command.CommandTimeout)
            .WithCancellation(cancel))
        {
            yield return row;
        }
    }

    public Task CommitAsync(CancellationToken cancel) => transaction.CommitAsync(cancel);

    public async ValueTask DisposeAsync()
    {
        try
        {
            await transaction.DisposeAsync();
        }
        catch (Exception gone) when (gone is DbException or InvalidOperationException)
        {
            // The connection is broken, so the server undoes the transaction. What broke it has been told already.
        }
        finally
        {
            await connection.DisposeAsync();
        }
    }

    private CommandDefinition Command(BoundStatement statement, CancellationToken cancel) => database.Command(statement, transaction, cancel);
}
