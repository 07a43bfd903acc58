using System.Globalization;

namespace Bench;

/// <summary>What the tree and its signed checkpoints cost a stream: the same server with and without them, by turns.</summary>
internal static class TreeRun
{
    private const int Rounds = 5;

    public static async Task<int> RunAsync(int updates, CancellationToken cancel)
    {
        Console.WriteLine($"{Environment.ProcessorCount} cores, WAL, synchronous=FULL, {updates:N0} updates, client and server on the same cores, no receipt verified");
        var ratios = new List<double>();
        // The first round warms the machine up, and is not counted.
        for (int round = 0; round <= Rounds; round++)
        {
            double without = await PerSecondAsync(folder => ServerProcess.StartAsync(folder, TreelessServer.Program, cancel), updates, cancel);
            double with = await PerSecondAsync(folder => ServerProcess.StartAsync(folder, cancel), updates, cancel);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{(round == 0 ? "to warm up" : $"round {round}")}: with tree and signatures {with:N0}/s, without {without:N0}/s, ratio {with / without:0.00}"));
            if (round > 0)
            {
                ratios.Add(with / without);
            }
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"ratio: median {ratios.Order().ElementAt(Rounds / 2):0.00}, {ratios.Min():0.00} to {ratios.Max():0.00}"));
        return 0;
    }

    private static async Task<double> PerSecondAsync(Func<string, Task<ServerProcess>> start, int updates, CancellationToken cancel)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("crimeaudit-bench-");
        try
        {
            await using ServerProcess server = await start(folder.FullName);
            return await StreamedUpdates.PerSecondAsync(server, updates, verify: 0, cancel);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
