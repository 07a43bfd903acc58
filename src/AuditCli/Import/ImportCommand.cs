using System.CommandLine;
using AuditCli.Import.Display;
using AuditCli.Import.Maps;
using AuditCli.Support;
using CrimeAudit.Client;

namespace AuditCli.Import;

/// <summary><c>crimeaudit import</c>: a CSV of incidents or crimes, through a map of its columns, into the server.</summary>
internal sealed class ImportCommand : Verb
{
    /// <summary>Receipts that are verified of a back-fill: one in five hundred, chosen after the server has acknowledged them.</summary>
    internal const double VerifiedShare = 0.002;

    private static readonly string Guide =
        $"""
        A map says what the columns mean; those that come with the program: {string.Join(", ", MapFiles.Names)}.
        How to write one: docs/import.md.

        Nothing is lost and nothing comes twice: request ids are made of the content, so a run that is repeated is answered
        with replays. CSV.progress.json says how far it is; after an interruption the same command goes on from there.
        Rows that do not get in go to CSV.rejects.csv with line number and reasons; then the exit code is 5.

        Examples:
          crimeaudit import 2019-02-thames-valley-street.csv.gz --map data.police.uk
          crimeaudit import incidents.csv --map incidents-csv --force thames-valley
          crimeaudit import crimes.csv --map crimes-csv --force thames-valley --json

        Rates are in rows a second, times in seconds.
        """;

    private readonly Argument<string> csv = new("csv")
    {
        Description = "The CSV, plain or gzip; UTF-8, comma-separated, with a header",
        HelpName = "CSV",
    };

    private readonly Option<string> map = new("--map") { Description = "Name or file of the map", HelpName = "MAP", Required = true };

    private readonly Option<string?> force = new("--force") { Description = "Slug of the force, where the map does not say it", HelpName = "SLUG" };

    private readonly Option<string?> rejects = new("--rejects")
    {
        Description = "Where rejected rows go. Default: CSV.rejects.csv",
        HelpName = "FILE",
    };

    private readonly Option<bool> again = new("--again") { Description = "Send everything again, whatever the progress file says" };

    private readonly Option<bool> json = new("--json") { Description = "The summary in JSON" };

    private readonly ServerOptions server = new();

    public ImportCommand()
        : base("import", "Sends a CSV of incidents or crimes to the server", Guide)
    {
        Arguments.Add(csv);
        Options.Add(map);
        Options.Add(force);
        Options.Add(rejects);
        Options.Add(again);
        Options.Add(json);
        server.AddTo(this);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancel)
    {
        ImportMap columns = MapFiles.Read(result.GetValue(map)!);
        CrimeAuditClientOptions options = server.Read(result);
        options.Verification.Share = VerifiedShare;
        string path = result.GetValue(csv)!;
        ImportSettings settings = new(path, columns, options.Address!.ToString())
        {
            Force = result.GetValue(force),
            Rejects = result.GetValue(rejects) ?? path + ".rejects.csv",
            Again = result.GetValue(again),
        };
        await using CrimeAuditClient client = await ServerOptions.ConnectAsync(options, cancel);
        ImportRun run = new(settings, client, TimeProvider.System);
        ImportSummary summary = await ImportDisplay.For(result.InvocationConfiguration.Error)
            .ShowAsync(report => run.RunAsync(report, cancel));
        SummaryText.Write(summary, result.GetValue(json), result.InvocationConfiguration.Output);
        return summary.RowsRejected > 0 ? CommandLine.RowsRejected : CommandLine.Ok;
    }
}
