using AuditCli.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace AuditCli.Tests.Contrasts;

public sealed class ExplainCommandTests : IDisposable
{
    private static readonly DateTimeOffset Reported = new(2019, 2, 1, 10, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task It_shows_what_goes_with_a_shortfall_as_a_table_csv_and_json()
    {
        await using Served served = await Served.StartAsync(folder.Path);
        await using (IncidentWriter writer = served.Client.Incidents.OpenWriter())
        {
            // Of 40 online 20 are answered, of 40 calls 38, of 10 letters 5.
            foreach ((Channel channel, int number, int answered) in new[] { (Channel.Online, 40, 20), (Channel.EmergencyCall, 40, 38), (Channel.FrontDesk, 10, 5) })
            {
                for (int i = 0; i < number; i++)
                {
                    await TellAsync(writer, channel, $"{channel}-{i}", i < answered);
                }
            }
        }

        CliResult table = await RunAsync(served);
        Assert.Equal((0, ""), (table.Code, table.Error));
        Assert.Contains("27 of 90 crimes fall short.", table.Output, StringComparison.Ordinal);
        Assert.Contains("│ channel │ CHANNEL_EMERGENCY_CALL │     40 │      5.0 % │      50.0 % │ 0.05 │", table.Output, StringComparison.Ordinal);
        Assert.Contains("│         │ CHANNEL_FRONT_DESK     │     10 │    5 of 10 │", table.Output, StringComparison.Ordinal);
        Assert.Contains("need not cause it", table.Output, StringComparison.Ordinal);

        string[] csv = (await RunAsync(served, "--csv")).Output.TrimEnd().ReplaceLineEndings("\n").Split('\n');
        Assert.StartsWith("factor,level,crimes,shortfalls,rate,", csv[0], StringComparison.Ordinal);
        Assert.StartsWith("channel,CHANNEL_EMERGENCY_CALL,40,2,0.95,", csv[1], StringComparison.Ordinal);
        var json = ExplainShortfallResponse.Parser.ParseJson((await RunAsync(served, "--json", "--levels", "1")).Output);
        Assert.Equal(["CHANNEL_EMERGENCY_CALL", "(other)"], json.Levels.Select(l => l.Level));
    }

    [Fact]
    public async Task Everything_wrong_is_told_at_once()
    {
        CliResult result = await CliRunner.RunAsync(["explain", "--from", "May", "--class", "arsonry", "--levels", "0", "--level", "7", "--token", "t"]);
        result.Refused("--from: 'May'", "--class: 'arsonry'", "--level: 7", "--levels: 0", "--force and --audit: exactly one");
    }

    public void Dispose() => folder.Dispose();

    private static async Task TellAsync(IncidentWriter writer, Channel channel, string reference, bool isAnswered)
    {
        IncidentUpdate report = IncidentUpdates.Opened(
            "thames-valley", "storm", reference, Reported, "", [new AllegedCrime { AllegedRef = "a1", Offence = new Offence { Code = "005/02" } }]);
        report.Opened.Channel = channel;
        await writer.WriteAsync(report, TestContext.Current.CancellationToken);
        if (isAnswered)
        {
            await writer.WriteAsync(
                IncidentUpdates.CrimeRecorded("thames-valley", "storm", reference, EventTimes.Instant(Reported), new CrimeRecorded
                {
                    CrimeRef = $"c-{reference}",
                    Offence = new Offence { Code = "005/02" },
                    AllegedRefs = { "a1" },
                }),
                TestContext.Current.CancellationToken);
        }
    }

    private static Task<CliResult> RunAsync(Served served, params string[] arguments) =>
        CliRunner.RunAsync(["explain", "--force", "thames-valley", "--address", served.Address, "--token", served.Token, .. arguments]);
}
