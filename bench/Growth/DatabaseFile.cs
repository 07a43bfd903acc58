using Microsoft.Data.Sqlite;

namespace Bench.Growth;

/// <summary>What a server's file says of itself, asked over a connection of its own.</summary>
internal static class DatabaseFile
{
    /// <summary>Pages that the database has, in bytes, whether they stand in the file or still in its write-ahead log.</summary>
    public static long Bytes(string file) => (long)Ask(file, "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()")[0][0];

    /// <summary>Bytes of each table and index, the largest first.</summary>
    public static IReadOnlyList<(string Name, long Bytes)> BytesByTable(string file)
    {
        Ask(file, "PRAGMA wal_checkpoint(TRUNCATE)");
        long pageBytes = (long)Ask(file, "PRAGMA page_size")[0][0];
        using FileStream content = new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var pages = new TreePages(content, (int)pageBytes);
        return
        [
            .. Ask(file, "SELECT name, rootpage FROM sqlite_master WHERE rootpage > 0")
                .Select(row => (Name: (string)row[0], Bytes: pages.Count((long)row[1]) * pageBytes))
                .OrderByDescending(table => table.Bytes),
        ];
    }

    /// <summary>The rows that a question gives.</summary>
    public static List<object[]> Ask(string file, string sql)
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
