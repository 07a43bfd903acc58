using System.Data.Common;

namespace AuditServer.Storage.Sqlite;

/// <summary>A prepared query of one connection, asked many times with other values.</summary>
internal sealed class SqliteQuery : IDisposable
{
    private readonly DbCommand command;
    private readonly DbParameter[] parameters;
    private readonly Action onFailure;

    /// <param name="connection">The connection, open.</param>
    /// <param name="sql">The text.</param>
    /// <param name="onFailure">Told when a run fails.</param>
    /// <param name="names">Names of the parameters, in the order in which their values are given.</param>
    /// <exception cref="ArgumentException">The names are not those of the text's parameters: the provider would not say so.</exception>
    public SqliteQuery(DbConnection connection, string sql, Action onFailure, params ReadOnlySpan<string> names)
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

    /// <summary>Asks, with values in the order of the names given to the constructor.</summary>
    /// <returns>The rows. Until they are disposed of, the query cannot be asked again.</returns>
    public DbDataReader Read(params ReadOnlySpan<object?> values)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(values.Length, parameters.Length);
        for (int i = 0; i < values.Length; i++)
        {
            parameters[i].Value = values[i] ?? DBNull.Value;
        }

        try
        {
            return command.ExecuteReader();
        }
        catch
        {
            onFailure();
            throw;
        }
    }

    public void Dispose() => command.Dispose();
}
