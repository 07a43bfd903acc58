using System.Diagnostics;
using Bench.Results;
using Bench.Running;
using Bench.Serving;

namespace Bench.Import;

/// <summary>A force's year from a CSV file, by the command-line tool.</summary>
internal sealed class ImportGroup : IBenchGroup
{
    private const int UpdatesARow = 3;

    /// <inheritdoc/>
    public string Name => "import";

    /// <inheritdoc/>
    public string About => "A year of a large force, half a million reports as CSV, imported by `crimeaudit import` with every receipt verified";

    /// <inheritdoc/>
    public async Task<GroupResult> RunAsync(BenchRun run, CancellationToken cancel)
    {
        int reports = run.Size(500_000, 3_000);
        using var folder = new TemporaryFolder();
        string file = Path.Combine(folder.Path, "reports.csv");
        ReportFile.Write(file, reports);
        var (imported, straight) = (new List<double>(), new List<double>());
        for (int round = 0; round < run.FewRounds; round++)
        {
            imported.Add(await SecondsAsync(file, cancel));
            straight.Add(StraightImport.Seconds(file));
            Progress.Say($"import round {round + 1}: {imported[^1]:N0} s");
        }

        string[] conditions =
        [
            $"{reports:N0} rows of {new FileInfo(file).Length / (double)reports:N0} bytes, {UpdatesARow} updates a row; each round into a new database",
            "the tool's start counts",
        ];
        var figure = new Figure(
            "import.seconds/straight", $"import of {reports * UpdatesARow:N0} updates", "s", new Series(imported),
            "CsvHelper and a row an update straight into SQLite", new Series(straight))
        {
            MoreIsBetter = false,
            Targets = [Target.ValueAtMost(120)],
        };
        return new GroupResult(Name, About, conditions, [figure], []);
    }

    private static async Task<double> SecondsAsync(string file, CancellationToken cancel)
    {
        using var folder = new TemporaryFolder();
        await using ServerProcess server = await ServerProcess.StartAsync(folder.Path, cancel);
        string copy = Path.Combine(folder.Path, "reports.csv");
        File.Copy(file, copy);
        string tool = typeof(AuditCli.CommandLine).Assembly.Location;
        var start = new ProcessStartInfo(
            "dotnet", [tool, "import", copy, "--map", Docs.BenchFile("Import/reports.json"), "--address", server.Address.ToString(), "--json"]);
        start.Environment["CRIMEAUDIT_TOKEN"] = server.Token();
        start.RedirectStandardOutput = true;
        long started = Stopwatch.GetTimestamp();
        using Process import = Process.Start(start)!;
        string summary = await import.StandardOutput.ReadToEndAsync(cancel);
        await import.WaitForExitAsync(cancel);
        return import.ExitCode == 0
            ? Stopwatch.GetElapsedTime(started).TotalSeconds
            : throw new InvalidOperationException($"The import ended with {import.ExitCode}: {summary}");
    }
}
