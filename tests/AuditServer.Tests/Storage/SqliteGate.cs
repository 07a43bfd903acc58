using AuditServer.Storage;
using AuditServer.Storage.Migrations;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace AuditServer.Tests.Storage;

/// <summary>Prepares statements against a database that the shipped migrations made: the engine itself says what is wrong.</summary>
internal sealed class SqliteGate : IDisposable
{
    private readonly SqliteConnection connection = new("Data Source=:memory:");

    public SqliteGate()
    {
        connection.Open();
        var scripts = new MigrationScripts(StorageOptions.Sqlite);
        foreach (string script in scripts.Names)
        {
            using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // The text is one of the embedded SQL files.
            command.CommandText = scripts.Text(script);
#pragma warning restore CA2100
            command.ExecuteNonQuery();
        }
    }

    /// <summary>Every column of every table, with the table's name: <c>entries.digest</c>.</summary>
    public IReadOnlyList<string> Columns()
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT m.name || '.' || c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table'";
        using SqliteDataReader reader = command.ExecuteReader();
        var columns = new List<string>();
        while (reader.Read())
        {
            columns.Add(reader.GetString(0));
        }

        return columns;
    }

    public void Dispose() => connection.Dispose();

    /// <summary>The parameters of a text, as the engine counts them, in the order in which it first names them.</summary>
    /// <exception cref="FormatException">It is not one statement that this schema can run; the message says why.</exception>
    public IReadOnlyList<string> ParametersOf(string sql)
    {
        int code = raw.sqlite3_prepare_v2(connection.Handle, sql, out sqlite3_stmt statement, out string tail);
        using (statement)
        {
            return code != raw.SQLITE_OK ? throw new FormatException(raw.sqlite3_errmsg(connection.Handle).utf8_to_string())
                : tail.Trim().Length > 0 ? throw new FormatException($"more follows the statement: {tail.Trim()}")
                : [.. Enumerable.Range(1, raw.sqlite3_bind_parameter_count(statement)).Select(i => Name(statement, i))];
        }
    }

    private static string Name(sqlite3_stmt statement, int number) =>
        raw.sqlite3_bind_parameter_name(statement, number).utf8_to_string() ?? throw new FormatException($"parameter {number} has no name");
}
