using System.Diagnostics;
using System.Globalization;
using CrimeAudit.Client;
using CrimeAudit.V1;
using Microsoft.Data.Sqlite;

namespace Bench;

/// <summary>What asking for a live rate takes, by each breakdown, beside a scan of the incidents that the cells spare.</summary>
internal static class RateRun
{
    private const int Asked = 200;
    private const string Scan = "SELECT count(*) FROM (SELECT area, sum(alleged_crimes) FROM incidents GROUP BY area)";
    private const string Force = "thames-valley";

    public static async Task<int> RunAsync(int reports, CancellationToken cancel)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("crimeaudit-bench-");
        try
        {
            await using ServerProcess server = await ServerProcess.StartAsync(folder.FullName, cancel);
            await using CrimeAuditClient client = CrimeAuditClient.Connect(new CrimeAuditClientOptions
            {
                Address = server.Address,
                TokenProvider = CrimeAuditClientOptions.StaticToken(server.Token()),
                Verification = { Share = 0 },
            });
            await TellAsync(client, reports, cancel);
            await AskAsync(client.Rates, server.DatabaseFile, reports, cancel);
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task TellAsync(CrimeAuditClient client, int reports, CancellationToken cancel)
    {
        await using IncidentWriter writer = client.Incidents.OpenWriter();
        foreach (IncidentUpdate update in SampleReports.Take(reports, DateTimeOffset.UtcNow))
        {
            await writer.WriteAsync(update, cancel);
        }

        await writer.FlushAsync(cancel);
    }

    private static async Task AskAsync(IRateClient rates, string file, int reports, CancellationToken cancel)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync(cancel);
        TimeSpan scan = await MedianAsync(20, () => Task.FromResult(Number(connection, Scan)));
        GetAccountedForRateResponse whole = await rates.GetAccountedForAsync(Force, cancellationToken: cancel);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{reports:N0} reports, {Number(connection, "SELECT count(*) FROM rollups"):N0} cells and {Number(connection, "SELECT count(*) FROM rollups_by_value"):N0} by value, {whole.Total.Counts.Pending:N0} crimes pending; p50 of {Asked}; scan of the incidents {scan.TotalMilliseconds:0.0} ms"));
        foreach (Breakdown breakdown in Enum.GetValues<Breakdown>())
        {
            int rows = (await rates.GetAccountedForAsync(Force, breakdown, cancel)).Rows.Count;
            TimeSpan asked = await MedianAsync(Asked, () => rates.GetAccountedForAsync(Force, breakdown, cancel));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{breakdown,-18} {rows,4} rows {asked.TotalMilliseconds,7:0.0} ms, {asked / scan:0.00} of the scan"));
        }
    }

    private static async Task<TimeSpan> MedianAsync<T>(int times, Func<Task<T>> run)
    {
        var took = new List<TimeSpan>(times);
        for (int i = 0; i < times; i++)
        {
            long started = Stopwatch.GetTimestamp();
            await run();
            took.Add(Stopwatch.GetElapsedTime(started));
        }

        return took.Order().ElementAt(times / 2);
    }

    private static long Number(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Texts of this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        return (long)command.ExecuteScalar()!;
    }
}
