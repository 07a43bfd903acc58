using Microsoft.Data.Sqlite;

namespace AuditServer.Storage.Sqlite;

/// <summary>A prepared statement of the writing connection, run many times with other values.</summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly SqliteCommand command;
    private readonly SqliteParameter[] parameters;

    public SqliteStatement(SqliteConnection connection, string sql, params ReadOnlySpan<string> names)
    {
        command = connection.CreateCommand();
#pragma warning disable CA2100 // The text is one of the embedded SQL files.
        command.CommandText = sql;
#pragma warning restore CA2100
        parameters = new SqliteParameter[names.Length];
        for (int i = 0; i < names.Length; i++)
        {
            parameters[i] = command.Parameters.AddWithValue("$" + names[i], DBNull.Value);
        }

        command.Prepare();
    }

    /// <summary>Runs the statement; values in the order of the names given to the constructor.</summary>
    public int Run(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return command.ExecuteNonQuery();
    }

    /// <summary>Runs the statement and reads the first column of its first row; null when there is none.</summary>
    public long? RunForNumber(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return (long?)command.ExecuteScalar();
    }

    /// <summary>Runs the statement and reads its rows.</summary>
    public SqliteDataReader Read(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return command.ExecuteReader();
    }

    public void Dispose() => command.Dispose();

    private void Bind(ReadOnlySpan<object?> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            parameters[i].Value = values[i] ?? DBNull.Value;
        }
    }
}
