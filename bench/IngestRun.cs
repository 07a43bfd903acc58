using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Bench;

/// <summary>Streamed ingest, the whole path: checked, sequenced, folded, counted, durable, acknowledged.</summary>
internal static class IngestRun
{
    private const int Rounds = 3;
    private const int Batch = 1_000;

    public static async Task<int> RunAsync(int updates, double verify, CancellationToken cancel)
    {
        var ratios = new List<double>();
        Console.WriteLine($"{Environment.ProcessorCount} cores, WAL, synchronous=FULL, batch {Batch}, {updates:N0} updates, client and server on the same cores, {verify:P0} of receipts verified");
        for (int round = 1; round <= Rounds; round++)
        {
            DirectoryInfo folder = Directory.CreateTempSubdirectory("crimeaudit-bench-");
            try
            {
                double limit = SqliteLimit.RowsPerSecond(folder.FullName, updates, Batch);
                (double rate, long memory, double bytes) = await StreamAsync(folder.FullName, updates, verify, cancel);
                ratios.Add(rate / limit);
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"round {round}: streamed {rate:N0}/s, straight into SQLite {limit:N0}/s, ratio {rate / limit:0.00}, server {memory / 1_048_576:N0} MB, database {bytes:N0} bytes an update"));
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"ratio to the limit: median {ratios.Order().ElementAt(Rounds / 2):0.00}, {ratios.Min():0.00} to {ratios.Max():0.00}"));
        return 0;
    }

    private static async Task<(double Rate, long Memory, double Bytes)> StreamAsync(string folder, int updates, double verify, CancellationToken cancel)
    {
        await using ServerProcess server = await ServerProcess.StartAsync(folder, cancel);
        double rate = await StreamedUpdates.PerSecondAsync(server, updates, verify, cancel);
        return (rate, server.WorkingSet, (double)DatabaseBytes(server.DatabaseFile) / updates);
    }

    /// <summary>Pages that the database has, whether they stand in the file or still in its write-ahead log.</summary>
    private static long DatabaseBytes(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Mode=ReadWrite;Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()";
        return (long)command.ExecuteScalar()!;
    }
}
