using System.Data.Common;

namespace AuditServer.Storage.Sqlite;

/// <summary>A prepared statement of the writing connection, run many times with other values.</summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly DbCommand command;
    private readonly DbParameter[] parameters;
    private readonly Action onFailure;

    /// <param name="connection">The writing connection.</param>
    /// <param name="sql">The text.</param>
    /// <param name="onFailure">Told when a run fails.</param>
    /// <param name="names">Names of the parameters, in the order in which their values are given.</param>
    /// <exception cref="ArgumentException">The names are not those of the text's parameters: the provider would not say so.</exception>
    public SqliteStatement(DbConnection connection, string sql, Action onFailure, params ReadOnlySpan<string> names)
    {
        SqliteParameterNames.Require(sql, names);
        this.onFailure = onFailure;
        command = connection.CreateCommand();
#pragma warning disable CA2100 // The text is one of the embedded SQL files.
        command.CommandText = sql;
#pragma warning restore CA2100
        parameters = new DbParameter[names.Length];
        for (int i = 0; i < names.Length; i++)
        {
            parameters[i] = command.Add(names[i], DBNull.Value);
        }

        try
        {
            command.Prepare();
        }
        catch
        {
            onFailure();
            command.Dispose();
            throw;
        }
    }

    /// <summary>Runs the statement; values in the order of the names given to the constructor.</summary>
    public int Run(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return Execute(static command => command.ExecuteNonQuery());
    }

    /// <summary>Runs the statement and reads the first column of its first row; null when there is none.</summary>
    public long? RunForNumber(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return Execute(static command => (long?)command.ExecuteScalar());
    }

    /// <summary>Runs the statement and reads its rows.</summary>
    public DbDataReader Read(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return Execute(static command => command.ExecuteReader());
    }

    public void Dispose() => command.Dispose();

    private T Execute<T>(Func<DbCommand, T> run)
    {
        try
        {
            return run(command);
        }
        catch
        {
            onFailure();
            throw;
        }
    }

    private void Bind(ReadOnlySpan<object?> values)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(values.Length, parameters.Length);
        for (int i = 0; i < values.Length; i++)
        {
            parameters[i].Value = values[i] ?? DBNull.Value;
        }
    }
}
