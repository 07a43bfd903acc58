using System.Diagnostics;
using System.Globalization;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Bench;

/// <summary>What a spool costs a writer, beside the writer that keeps its updates in memory, by turns on servers of their own.</summary>
internal static class SpoolRun
{
    private const int Rounds = 3;
    private const int Together = 500;

    private static readonly (string Name, bool Spool, bool FlushToDisk, int Together)[] Ways =
    [
        ("in memory", false, false, 1),
        ("spool, left to the operating system", true, false, 1),
        ("spool, on the disk before the next write", true, true, 1),
        ($"spool, on the disk, {Together} writes at a time", true, true, Together),
    ];

    public static async Task<int> RunAsync(int updates, CancellationToken cancel)
    {
        Console.WriteLine($"{Environment.ProcessorCount} cores, {updates:N0} updates, client and server on the same cores; written: the last write is done, acknowledged: the last flush is");
        for (int round = 1; round <= Rounds; round++)
        {
            foreach ((string name, bool spool, bool flushToDisk, int together) in Ways)
            {
                DirectoryInfo folder = Directory.CreateTempSubdirectory("crimeaudit-bench-");
                try
                {
                    SpoolOptions? options = spool ? new() { Directory = Path.Combine(folder.FullName, "spool"), FlushToDisk = flushToDisk } : null;
                    (double written, double acknowledged) = await StreamAsync(folder.FullName, updates, options, together, cancel);
                    Console.WriteLine(string.Create(
                        CultureInfo.InvariantCulture, $"round {round}: {name}: written {written:N0}/s, acknowledged {acknowledged:N0}/s"));
                }
                finally
                {
                    folder.Delete(recursive: true);
                }
            }
        }

        return 0;
    }

    private static async Task<(double Written, double Acknowledged)> StreamAsync(
        string folder, int updates, SpoolOptions? spool, int together, CancellationToken cancel)
    {
        await using ServerProcess server = await ServerProcess.StartAsync(folder, cancel);
        await using CrimeAuditClient client = CrimeAuditClient.Connect(new CrimeAuditClientOptions
        {
            Address = server.Address,
            TokenProvider = CrimeAuditClientOptions.StaticToken(server.Token()),
            Verification = { Share = 0 },
        });
        long started = Stopwatch.GetTimestamp();
        await using IncidentWriter writer = client.Incidents.OpenWriter(new IncidentWriterOptions { Spool = spool });
        foreach (IncidentUpdate[] few in SampleUpdates.Take(updates).Chunk(together))
        {
            await Task.WhenAll(few.Select(update => writer.WriteAsync(update, cancel).AsTask()));
        }

        double written = updates / Stopwatch.GetElapsedTime(started).TotalSeconds;
        await writer.FlushAsync(cancel);
        return (written, updates / Stopwatch.GetElapsedTime(started).TotalSeconds);
    }
}
