using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using AuditCli.Demo.Month;
using AuditCli.Demo.Replay;
using Spectre.Console;

namespace AuditCli.Demo;

/// <summary><c>crimeaudit demo</c>: the whole course on simulated and published figures.</summary>
internal static class DemoCommand
{
    private static readonly Option<string> Seed = new("--seed")
    {
        Description = "Text that both secrets of the draw are made from; another one draws other items. Default: thames-valley",
        DefaultValueFactory = _ => "thames-valley",
    };

    private static readonly Option<DirectoryInfo?> Export = new("--export")
    {
        Description = "Folder to write design-2017.json, design-2019.json and estimates.json to, so that anyone can recompute what was printed",
    };

    private static readonly Option<bool> Year = new("--year")
    {
        Description = "Stream a year of reports (504,000) instead of a month (42,000)",
    };

    private static readonly Option<Uri?> Address = new("--address")
    {
        Description = "gRPC address of a running Development server; default: a server of its own on a temporary database",
    };

    private static readonly Option<Uri> JsonUrl = new("--json-url")
    {
        Description = "JSON address of that server, which issues the tokens",
        DefaultValueFactory = _ => new Uri("http://127.0.0.1:5081"),
    };

    private static readonly Option<bool> Json = new("--json") { Description = "Print estimates.json instead of tables" };

    public static Command Create()
    {
        var command = new Command(
            "demo",
            "Runs the whole course: streams a month of a simulated force's reports in over gRPC, freezes a frame, draws a verifiable sample, " +
            "reviews it (simulated) and prints rates with intervals; then replays the published Thames Valley inspections of 2017 and 2019 " +
            "beside what was published. Example: crimeaudit demo --seed 'roll of dice 4-2-6' --export out")
        {
            Seed, Export, Year, Address, JsonUrl, Json,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancel)
    {
        bool json = arguments.GetValue(Json);
        IAnsiConsole console = Consoles.For(json ? arguments.InvocationConfiguration.Error : arguments.InvocationConfiguration.Output);
        long started = Stopwatch.GetTimestamp();
        Uri? address = arguments.GetValue(Address);
        await using DemoServer? server = address is null ? await DemoServer.StartAsync(cancel) : null;
        TokenSource tokens = server is not null ? server.TokenAsync : new DemoTokenEndpoint(arguments.GetValue(JsonUrl)!).AskAsync;
        await using DemoRoles roles = await DemoRoles.ConnectAsync(address ?? server!.Address, tokens);

        string seed = arguments.GetValue(Seed)!;
        var run = new DemoRun(roles, new TerminalProgress(console), seed);
        console.WriteLine("Simulated reports, simulated reviews; the published inspections are replayed through the service so that their counts are exact.");
        MonthResult month = await run.InspectMonthAsync(Force(arguments.GetValue(Year)), cancel);
        ReplayResult[] replays =
            [await run.ReplayAsync(PublishedInspection.Of2017, cancel), await run.ReplayAsync(PublishedInspection.Of2019, cancel)];

        if (json)
        {
            await arguments.InvocationConfiguration.Output.WriteLineAsync(
                EstimatesJson.Of(seed, month, replays).ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
        }
        else
        {
            var report = new DemoReport(console);
            report.Print(month);
            replays.ToList().ForEach(report.Print);
        }

        if (arguments.GetValue(Export) is { } folder)
        {
            await DemoExport.WriteAsync(folder.FullName, seed, month, replays, cancel);
            console.WriteLine($"Wrote the designs and estimates to {folder}.");
        }

        console.WriteLine(FormattableString.Invariant($"Done in {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s."));
        return 0;
    }

    private static SimulatedForce Force(bool year) =>
        year ? new SimulatedForce(new DateOnly(2019, 1, 1), 12) : new SimulatedForce(new DateOnly(2019, 2, 1), 1);
}
