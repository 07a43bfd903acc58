using AuditCli.Tests.Support;
using AuditCli.Watch;
using CrimeAudit.Client;
using CrimeAudit.V1;
using Google.Protobuf.WellKnownTypes;

namespace AuditCli.Tests.Rates;

public sealed class RateCommandTests : IDisposable
{
    private static readonly DateTimeOffset Reported = new(2019, 2, 1, 10, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder folder = new();
    private readonly SignalWriter output = new("{ \"answer\": ");
    private readonly StringWriter error = new();

    [Fact]
    public async Task It_shows_the_rate_as_a_table_csv_and_json()
    {
        await using Served served = await Served.StartAsync(folder.Path);
        await ReportAsync(served, "i1", "north, or so");
        await ReportAsync(served, "i2", "[south]");
        await served.Client.Incidents.SubmitAsync(
            IncidentUpdates.CrimeRecorded("thames-valley", "storm", "i1", EventTimes.Instant(Reported), new CrimeRecorded
            {
                CrimeRef = "c1",
                Offence = new Offence { Code = "005/02" },
                AllegedRefs = { "a1" },
            }),
            TestContext.Current.CancellationToken);

        CliResult table = await RunAsync(served, "--by", "area");
        Assert.Equal((0, ""), (table.Code, table.Error));
        Assert.Contains("│ [south]      │ ···················· 0.0 %", table.Output, StringComparison.Ordinal);
        Assert.Contains("│ all          │ ██████████·········· 50.0 %", table.Output, StringComparison.Ordinal);
        Assert.Contains("of a log of 3 entries. Not a recording rate.", table.Output, StringComparison.Ordinal);

        string[] csv = (await RunAsync(served, "--by", "area", "--csv")).Output.TrimEnd().ReplaceLineEndings("\n").Split('\n');
        Assert.StartsWith("key,alleged,recorded_in_time,", csv[0], StringComparison.Ordinal);
        Assert.StartsWith("[south],1,0,0,0,0,0,0,1,0,0,0,,", csv[1], StringComparison.Ordinal);
        Assert.StartsWith("\"north, or so\",1,1,0,0,0,0,0,0,0,0,1,1,", csv[2], StringComparison.Ordinal);
        Assert.StartsWith(",2,1,0,0,0,0,0,1,0,0,0.5,1,", csv[3], StringComparison.Ordinal);

        GetAccountedForRateResponse json = GetAccountedForRateResponse.Parser.ParseJson(
            (await RunAsync(served, "--json", "--from", "2019-02", "--to", "2019-02", "--class", "violence-against-the-person")).Output);
        Assert.Equal((2, 0.5), (json.Total.Counts.Alleged, json.Total.AccountedForRate));
        GetPublicTableResponse rounded = GetPublicTableResponse.Parser.ParseJson((await RunAsync(served, "--public", "--json")).Output);
        Assert.Equal((true, 0), (rounded.Rounded, rounded.Total.Counts.Alleged));
        Assert.Contains("counts rounded to 5", (await RunAsync(served, "--public")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_watch_writes_lines_of_json_and_ctrl_c_ends_it_with_0()
    {
        await using Served served = await Served.StartAsync(folder.Path);
        await ReportAsync(served, "i1", "north");
        using CancellationTokenSource ctrlC = new();
        Task<int> watching = CommandLine.RunAsync(
            ["watch", "rates", "--force", "thames-valley", "--by", "area", "--address", served.Address, "--token", served.Token],
            () => Stream.Null,
            output,
            error,
            ctrlC.Token);
        await output.Come.WaitAsync(TestContext.Current.CancellationToken);
        await ctrlC.CancelAsync();
        Assert.Equal(0, await watching);
        var told = WatchAccountedForRateResponse.Parser.ParseJson(output.ToString().ReplaceLineEndings("\n").Split('\n')[0]);
        Assert.Equal(("north", 1), (Assert.Single(told.Answer.Rows).Key, told.Answer.Total.Counts.Overdue));
    }

    [Fact]
    public async Task Everything_wrong_is_told_at_once()
    {
        CliResult result = await CliRunner.RunAsync(
        [
            "rate", "--force", "Kent", "--by", "weather", "--from", "2019-13", "--class", "arsonry", "--public", "--json", "--csv", "--token", "t",
        ]);
        result.Refused("--force: 'Kent'", "--by: 'weather'", "--from: '2019-13'", "--class: 'arsonry'", "--json and --csv", "--public: the table is fixed");
    }

    [Fact]
    public void The_live_table_says_up_to_when_it_holds_and_which_system_is_silent()
    {
        var answer = new GetAccountedForRateResponse
        {
            Total = new AccountedForRow { Counts = new() { Alleged = 1_200 }, PresumedCounts = new(), AccountedForRate = 0.975 },
            Freshness = { new SourceFreshness { SourceSystem = "storm", Stale = true } },
        };
        var board = new RatesBoard();
        board.Add(new WatchAccountedForRateResponse { Answer = answer });
        board.Add(new WatchAccountedForRateResponse
        {
            Heartbeat = new RateHeartbeat { AsOf = new AsOf { TreeSize = 1_234, EvaluatedTime = Reported.ToTimestamp() } },
        });
        using StringWriter written = new();
        Consoles.For(written).Write(board.Render());
        // The caption is wrapped where the table ends.
        string text = string.Join(' ', written.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("97.5 %", text, StringComparison.Ordinal);
        Assert.Contains("1,200", text, StringComparison.Ordinal);
        Assert.Contains("1,234 entries", text, StringComparison.Ordinal);
        Assert.Contains("STALE: storm", text, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        output.Dispose();
        error.Dispose();
        folder.Dispose();
    }

    private static async Task ReportAsync(Served served, string reference, string area)
    {
        EventTime time = EventTimes.Instant(Reported);
        var opened = new Opened { ReportedTime = time, Area = area, AllegedCrimes = { new AllegedCrime { AllegedRef = "a1", Offence = new() { Code = "005/02" } } } };
        await served.Client.Incidents.SubmitAsync(
            IncidentUpdates.Opened("thames-valley", "storm", reference, time, opened), TestContext.Current.CancellationToken);
    }

    private static Task<CliResult> RunAsync(Served served, params string[] arguments) =>
        CliRunner.RunAsync(["rate", "--force", "thames-valley", "--address", served.Address, "--token", served.Token, .. arguments]);
}
