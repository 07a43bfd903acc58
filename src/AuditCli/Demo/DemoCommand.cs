using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using AuditCli.Demo.Month;
using AuditCli.Demo.Replay;
using AuditCli.Serving;
using AuditCli.Support;
using AuditServer.Hosting;
using Spectre.Console;

namespace AuditCli.Demo;

/// <summary><c>crimeaudit demo</c>: the whole course on simulated and published figures.</summary>
internal sealed class DemoCommand : Verb
{
    private const string Guide =
        """
        What happens: a month of a simulated force's reports is streamed in over gRPC; a frame is frozen, a sample drawn by
        commit and reveal, and reviewed (simulated), and the estimate is held against the simulation's truth. Then the published
        Thames Valley inspections of 2017 and 2019 are replayed through the service: their counts are exact, the rates come out
        at the published decimal, each printed beside what was published. Rates are percent, half-widths percentage points.

        Examples:
          crimeaudit demo
          crimeaudit demo --seed 'dice 4-2-6-1' --export out
          crimeaudit calc rate --design out/design-2017.json
        """;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };
    private static readonly TimeSpan TokenLifetime = TimeSpan.FromHours(1);

    private readonly Option<string> seed = new("--seed")
    {
        Description = "Text that both secrets of the draws are made from; another one draws other items",
        HelpName = "TEXT",
        DefaultValueFactory = _ => "thames-valley",
    };

    private readonly Option<DirectoryInfo?> export = new("--export")
    {
        Description = "Folder for design-2017.json, design-2019.json and estimates.json, from which anyone can recompute what was printed",
        HelpName = "DIR",
    };

    private readonly Option<bool> year = new("--year") { Description = "Stream a year of reports (504,000) instead of a month (42,000)" };

    private readonly Option<Uri?> address = new("--address")
    {
        Description = "gRPC address of a running server in Development; none: a server of its own on a temporary database",
        HelpName = "URL",
    };

    private readonly Option<Uri> jsonUrl = new("--json-url")
    {
        Description = "With --address: where that server speaks JSON, for its tokens",
        HelpName = "URL",
        DefaultValueFactory = _ => new Uri(new HostingOptions().JsonUrl),
    };

    private readonly Option<bool> json = new("--json") { Description = "Print what --export writes to estimates.json instead of tables" };

    public DemoCommand()
        : base("demo", "Runs the whole course, from streamed reports to rates with intervals, beside published figures", Guide)
    {
        Options.Add(seed);
        Options.Add(export);
        Options.Add(year);
        Options.Add(address);
        Options.Add(jsonUrl);
        Options.Add(json);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancel)
    {
        TextWriter output = arguments.InvocationConfiguration.Output;
        IAnsiConsole console = Consoles.For(arguments.GetValue(json) ? arguments.InvocationConfiguration.Error : output);
        long started = Stopwatch.GetTimestamp();
        Uri? remote = arguments.GetValue(address);
        await using DemoServer? server = remote is null ? await DemoServer.StartAsync(cancel) : null;
        await using DemoRoles roles = await DemoRoles.ConnectAsync(
            remote ?? server!.Address, server is not null ? server.TokenAsync : (subject, role, force) => AskAsync(arguments, subject, role, force, cancel));

        console.WriteLine("Reports and reviews are simulated, and so are the frames of the replayed inspections; their counts are the published ones.");
        DemoResults results = await RunAsync(roles, console, arguments, cancel);
        if (arguments.GetValue(json))
        {
            await output.WriteLineAsync(EstimatesJson.Of(results).ToJsonString(Indented));
        }
        else
        {
            new DemoReport(console).Print(results);
        }

        if (arguments.GetValue(export) is { } folder)
        {
            await DemoExport.WriteAsync(folder.FullName, results, cancel);
            console.WriteLine($"Wrote design-2017.json, design-2019.json and estimates.json to {folder}.");
        }

        console.WriteLine(FormattableString.Invariant($"Done in {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s."));
        return CommandLine.Ok;
    }

    private async Task<DemoResults> RunAsync(DemoRoles roles, IAnsiConsole console, ParseResult arguments, CancellationToken cancel)
    {
        string text = arguments.GetValue(seed)!;
        var run = new DemoRun(roles, new TerminalProgress(console), text);
        SimulatedForce force = arguments.GetValue(year)
            ? new SimulatedForce(new DateOnly(2019, 1, 1), months: 12)
            : new SimulatedForce(new DateOnly(2019, 2, 1), months: 1);
        MonthResult month = await run.InspectMonthAsync(force, cancel);
        ReplayResult earlier = await run.ReplayAsync(PublishedInspection.Of2017, cancel);
        ReplayResult later = await run.ReplayAsync(PublishedInspection.Of2019, cancel);
        return new DemoResults(text, month, [earlier, later], await run.CompareAsync(earlier.Result, later.Result, cancel));
    }

    private Task<string> AskAsync(ParseResult arguments, string subject, string role, string? force, CancellationToken cancel) =>
        DevelopmentTokenClient.AskAsync(
            arguments.GetValue(jsonUrl)!, new TokenQuestion(subject, [role], force is null ? [] : [force], TokenLifetime), cancel);
}
