using Microsoft.Data.Sqlite;

namespace AuditServer.Tests.Storage;

/// <summary>A database file looked at, and changed, past the service.</summary>
internal static class SqliteFile
{
    /// <summary>Names of everything that the file holds.</summary>
    public const string Objects = "SELECT type || ' ' || name FROM sqlite_master ORDER BY 1";

    /// <summary>Columns of all tables, with their types and what they require.</summary>
    public const string Columns =
        """
        SELECT m.name || '.' || c.name || ' ' || c.type || ' ' || c."notnull" || ' ' || c.pk || ' ' || ifnull(c.dflt_value, '')
        FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' ORDER BY m.name, c.cid
        """;

    /// <summary>Scripts that the file has seen, in that order.</summary>
    public const string Journal = "SELECT ScriptName FROM SchemaVersions ORDER BY SchemaVersionID";

    public static async Task RunAsync(string path, string sql)
    {
        await using SqliteConnection connection = await OpenAsync(path);
        await using SqliteCommand command = Command(connection, sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The first column of each row, as text.</summary>
    public static async Task<IReadOnlyList<string>> ReadAsync(string path, string sql)
    {
        await using SqliteConnection connection = await OpenAsync(path);
        await using SqliteCommand command = Command(connection, sql);
        await using SqliteDataReader reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var rows = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }

    private static async Task<SqliteConnection> OpenAsync(string path)
    {
        var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        return connection;
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql)
    {
        SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // The program's own scripts, and texts of the tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }
}
