using Microsoft.Data.Sqlite;

namespace Bench.Growth;

/// <summary>What a server's file says of itself, asked over a connection of its own.</summary>
internal static class DatabaseFile
{
    /// <summary>Pages that the database has, in bytes, whether they stand in the file or still in its write-ahead log.</summary>
    public static long Bytes(string file) => (long)Ask(file, "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()")[0][0];

    /// <summary>Bytes of each table and index, the largest first.</summary>
    public static IReadOnlyList<(string Name, long Bytes)> BytesByTable(string file) =>
    [
        .. Ask(file, "SELECT name, sum(pgsize) AS bytes FROM dbstat WHERE aggregate = TRUE GROUP BY name ORDER BY bytes DESC")
            .Select(row => ((string)row[0], (long)row[1])),
    ];

    /// <summary>The rows that a question gives.</summary>
    public static IReadOnlyList<object[]> Ask(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Mode=ReadWrite;Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Texts of this program.
        command.CommandText = sql;
#pragma warning restore CA2100
        using SqliteDataReader reader = command.ExecuteReader();
        var rows = new List<object[]>();
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return rows;
    }
}
