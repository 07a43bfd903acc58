using System.Diagnostics;
using Bench.Baselines.Echo;
using Bench.Growth;
using Bench.Load;
using Bench.Results;
using Bench.Running;
using Bench.Serving;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Bench.Proofs;

/// <summary>Proofs from a grown log, and reading it from the beginning.</summary>
internal sealed class ProofsGroup : IBenchGroup
{
    private const int Concurrency = 64;

    /// <summary>Steps through the log without repeating an index: prime, and near the golden section of five million.</summary>
    private const long Stride = 3_090_169;

    /// <inheritdoc/>
    public string Name => "proofs";

    /// <inheritdoc/>
    public string About => "Inclusion proofs from all over a grown log, and the log read from its beginning on one stream";

    /// <inheritdoc/>
    public async Task<GroupResult> RunAsync(BenchRun run, CancellationToken cancel)
    {
        long size = GrownLog.Updates(run);
        long[] indexes = [.. Enumerable.Range(0, run.Size(30_000, 1_000)).Select(i => i * Stride % size)];
        int entries = run.Size(1_000_000, 20_000);
        await using ServerProcess server = await ServerProcess.StartAsync(await GrownLog.FolderAsync(run, cancel), cancel);
        using var folder = new TemporaryFolder();
        await using ServerProcess echo = await ServerProcess.StartVerbAsync(EchoServer.Verb, folder.Path, cancel);
        await using CrimeAuditClient ofServer = server.Client();
        await using CrimeAuditClient ofEcho = echo.Client();
        var rounds = new ProofRounds();
        for (int round = 0; round <= run.Rounds; round++)
        {
            // The first round warms up, and is not counted.
            rounds = round == 1 ? new ProofRounds() : rounds;
            rounds.Proofs.Add(await ProvedPerSecondAsync(ofServer, indexes, cancel));
            rounds.Echoed.Add(await ProvedPerSecondAsync(ofEcho, indexes, cancel));
            rounds.Read.Add(await ReadPerSecondAsync(ofServer, entries, cancel));
            rounds.EchoRead.Add(await ReadPerSecondAsync(ofEcho, entries, cancel));
            rounds.Watched.Add(await WatchedPerSecondAsync(ofServer, entries / 4, cancel));
            rounds.Selected.Add(SelectedPerSecond(server.DatabaseFile, entries));
        }

        string[] conditions =
        [
            $"log of {size:N0} entries; {indexes.Length:N0} proofs, {Concurrency} calls at once, each verified by the server before it answers",
            $"{entries:N0} entries with payloads on one stream; a watch from the beginning {entries / 4:N0}",
        ];
        return new GroupResult(Name, About, conditions, [.. Figures(rounds)], []);
    }

    private static async Task<double> ProvedPerSecondAsync(CrimeAuditClient client, long[] indexes, CancellationToken cancel) =>
        (await ParallelCalls.RunAsync(
            indexes,
            Concurrency,
            (index, token) => client.Ledger.GetInclusionProofAsync(new GetInclusionProofRequest { EntryIndex = index }, token),
            cancel)).PerSecond;

    private static async Task<double> ReadPerSecondAsync(CrimeAuditClient client, int entries, CancellationToken cancel)
    {
        var question = new ReadEntriesRequest { MostEntries = entries, WantPayloads = true };
        long started = Stopwatch.GetTimestamp();
        int read = 0;
        await foreach (LedgerEntry entry in client.Ledger.ReadEntriesAsync(question, cancel))
        {
            read += entry.StoredBytes.IsEmpty ? 0 : 1;
        }

        return read / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static async Task<double> WatchedPerSecondAsync(CrimeAuditClient client, int entries, CancellationToken cancel)
    {
        var question = new WatchIncidentsRequest { Force = SampleUpdates.Force, Start = WatchStart.Beginning };
        long started = Stopwatch.GetTimestamp();
        int read = 0;
        await foreach (WatchIncidentsResponse message in client.Incidents.WatchAsync(question, cancellationToken: cancel))
        {
            read += message.Entry is null ? 0 : 1;
            if (read == entries)
            {
                break;
            }
        }

        return read / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static double SelectedPerSecond(string file, int entries)
    {
        long started = Stopwatch.GetTimestamp();
        List<object[]> rows = DatabaseFile.Ask(
            file, $"SELECT e.*, p.salt, p.payload FROM entries e JOIN entry_payloads p USING (entry_index) ORDER BY entry_index LIMIT {entries}");
        return rows.Count / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static IEnumerable<Figure> Figures(ProofRounds rounds)
    {
        yield return new Figure(
            "proofs.inclusion/echo", "inclusion proofs", "calls/s", new Series(rounds.Proofs),
            "gRPC echo of as large an answer", new Series(rounds.Echoed))
        {
            Targets = [Target.ValueAtLeast(5_000)],
        };
        yield return new Figure(
            "proofs.read/echo", "entries read from the beginning", "entries/s", new Series(rounds.Read),
            "gRPC echo of as large a stream", new Series(rounds.EchoRead))
        {
            Targets = [Target.ValueAtLeast(100_000)],
        };
        yield return new Figure(
            "proofs.read/select", "entries read from the beginning", "entries/s", new Series(rounds.Read),
            "SELECT straight from SQLite", new Series(rounds.Selected));
        yield return new Figure(
            "proofs.watch/select", "entries watched from the beginning", "entries/s", new Series(rounds.Watched),
            "SELECT straight from SQLite", new Series(rounds.Selected));
    }
}
