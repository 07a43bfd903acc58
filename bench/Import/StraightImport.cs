using System.Diagnostics;
using Bench.Baselines;
using Bench.Serving;
using CsvHelper;

namespace Bench.Import;

/// <summary>The least that importing can take: the file read row by row, and three rows of text for each straight into SQLite.</summary>
internal static class StraightImport
{
    private const int Batch = 1_000;
    private static readonly string[] Kinds = ["opened", "alleged", "closed"];

    /// <summary>How long it takes.</summary>
    public static double Seconds(string file)
    {
        using var folder = new TemporaryFolder();
        using var database = new BareDatabase(Path.Combine(folder.Path, "import.db"));
        database.Run("CREATE TABLE updates (id TEXT PRIMARY KEY, content TEXT NOT NULL) STRICT, WITHOUT ROWID");
        long started = Stopwatch.GetTimestamp();
        using FileStream content = File.OpenRead(file);
        using CsvReader reader = CsvReader.Create(content, new CsvReaderOptions { Separator = ',' }, leaveOpen: true);
        reader.ReadHeader();
        foreach (string[][] chunk in Rows(reader).Chunk(Batch / Kinds.Length))
        {
            database.Commit(() =>
            {
                foreach (string[] row in chunk)
                {
                    Write(database, row);
                }
            });
        }

        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static void Write(BareDatabase database, string[] row)
    {
        foreach (string kind in Kinds)
        {
            database.Statement("INSERT INTO updates VALUES ($id, $content)", "id", "content").Run($"{row[0]}-{kind}", string.Join(',', row));
        }
    }

    private static IEnumerable<string[]> Rows(CsvReader reader)
    {
        while (reader.Read())
        {
            yield return [.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetString(i))];
        }
    }
}
