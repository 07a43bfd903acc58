using System.Data;
using System.Data.Common;
using AuditServer.Sequencing;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace AuditServer.Storage.Sqlite;

/// <summary>
/// The file of the embedded engine: in WAL, so that readers never wait for the writer (<see cref="SqliteMigrationTarget"/>). How
/// what is written becomes durable is the writer's business (<see cref="SqliteWriter"/>), not each reader's.
/// </summary>
internal sealed class SqliteDatabase(IOptions<StorageOptions> options, IConnections connections) : IDisposable
{
    private readonly string path = Path.GetFullPath(options.Value.Path);
    private readonly string pooled = ToRun(options.Value, pooling: true);
    private readonly string unpooled = ToRun(options.Value, pooling: false);
    private readonly SqliteReaders readers = new();

    public SqlText Sql { get; } = new("Sqlite");

    /// <summary>How migrations reach the file; it is made when it is not there.</summary>
    public string ConnectionString { get; } = Builder(options.Value).ToString();

    /// <summary>Whether the file is there.</summary>
    public bool FileExists => File.Exists(path);

    /// <summary>How long a statement, or a wait for a lock, may take.</summary>
    public TimeSpan Timeout => options.Value.CommandTimeout;

    /// <summary>The command of an SQL file, for readers.</summary>
    public CommandDefinition Command(string file, object? parameters, CancellationToken cancel, DbTransaction? snapshot = null) =>
        new(Sql[file], parameters, snapshot, cancellationToken: cancel);

    /// <summary>
    /// Begins a read transaction: all that it reads is of one moment. The provider has no level for that; this one alone makes
    /// it say BEGIN rather than BEGIN IMMEDIATE, and without a shared cache it reads nothing uncommitted.
    /// </summary>
    public static ValueTask<DbTransaction> SnapshotAsync(DbConnection connection, CancellationToken cancel) =>
        connection.BeginTransactionAsync(IsolationLevel.ReadUncommitted, cancel);

    /// <summary>Opens a connection for readers, pooled by the provider.</summary>
    public ValueTask<DbConnection> OpenAsync(CancellationToken cancel) => OpenAsync(pooled, cancel);

    /// <summary>
    /// A reader with its prepared queries, for what is read often. Its connection is not the provider's to pool: what it is in the midst
    /// of, the provider would not know of.
    /// </summary>
    public async ValueTask<SqliteReader> ReaderAsync(CancellationToken cancel)
    {
        RequireFile();
        int generation = readers.Generation;
        return readers.Take() ?? new SqliteReader(await OpenAsync(unpooled, cancel), Sql, generation, readers.GiveBack);
    }

    /// <summary>A reader of one moment, with where the log ended: the first read fixes the moment.</summary>
    public async ValueTask<(SqliteReader Reader, LogHead Head)> ReaderAtHeadAsync(CancellationToken cancel)
    {
        SqliteReader reader = await ReaderAsync(cancel);
        try
        {
            reader.BeginSnapshot();
            return (reader, reader.ReadHead());
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    /// <summary>Opens the writing connection. It is not pooled: what is discarded after a failure must not come back.</summary>
    public ValueTask<DbConnection> OpenWriterAsync(CancellationToken cancel) => OpenAsync(unpooled, cancel);

    /// <summary>
    /// Throws unless the file is there. Where an open file can be deleted or moved away, as on Linux, connections go on
    /// reading and writing what nobody will ever find again; so they ask, and let go of it.
    /// </summary>
    /// <exception cref="StorageUnreachableException">It is not.</exception>
    public void RequireFile()
    {
        if (!FileExists)
        {
            LetGo();
            throw new StorageUnreachableException($"The database file '{path}' is gone.");
        }
    }

    /// <summary>So that the file can be moved or removed once the server has stopped.</summary>
    public void Dispose() => LetGo();

    /// <summary>Closes the connections that wait to be used again, and the readers in use when they are given back.</summary>
    public void LetGo()
    {
        readers.Clear();
        foreach (string connectionString in new[] { ConnectionString, pooled })
        {
            using var ofPool = new SqliteConnection(connectionString);
            SqliteConnection.ClearPool(ofPool);
        }
    }

    private async ValueTask<DbConnection> OpenAsync(string connectionString, CancellationToken cancel)
    {
        RequireFile();
        DbConnection connection = connections.Create(connectionString);
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

    /// <summary>Once migrated the file is opened but never made: one that was lost must not come back empty.</summary>
    private static string ToRun(StorageOptions options, bool pooling)
    {
        SqliteConnectionStringBuilder builder = Builder(options);
        builder.Mode = SqliteOpenMode.ReadWrite;
        builder.Pooling = pooling;
        return builder.ToString();
    }

    private static SqliteConnectionStringBuilder Builder(StorageOptions options) => new()
    {
        DataSource = Path.GetFullPath(options.Path),
        DefaultTimeout = (int)options.CommandTimeout.TotalSeconds,
        ForeignKeys = false,
    };
}
