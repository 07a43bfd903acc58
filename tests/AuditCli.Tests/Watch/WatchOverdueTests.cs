using System.Text.Json;
using AuditCli.Tests.Support;
using AuditCli.Watch;
using CrimeAudit.Client;
using CrimeAudit.V1;
using Google.Protobuf.WellKnownTypes;
using Spectre.Console;

namespace AuditCli.Tests.Watch;

public sealed class WatchOverdueTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2019, 7, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder folder = new();
    private readonly SignalWriter output = new("{ \"caughtUp\"");
    private readonly StringWriter error = new();

    [Fact]
    public async Task The_list_comes_as_lines_of_json_the_worst_first_and_filters_are_those_of_the_list()
    {
        await using Served served = await Served.StartAsync(folder.Path);
        DateTimeOffset reported = DateTimeOffset.UtcNow.AddDays(-3);
        await ReportAsync(served, "b1", reported, "burglary");
        await ReportAsync(served, "b2", reported, "rape");
        JsonElement[] lines = Lines(await WatchAsync(served, "--json"));
        Assert.Equal(["begun", "listed", "listed", "caughtUp"], lines.Select(l => l.EnumerateObject().First().Name));
        Assert.Equal(2, lines[0].GetProperty("begun").GetProperty("listed").GetInt32());
        Assert.Equal("presumed:rape", lines[1].GetProperty("listed").GetProperty("allegedRef").GetString());

        Assert.Equal(
            "presumed:rape", Lines(await WatchAsync(served, "--group", "sexual"))[1].GetProperty("listed").GetProperty("allegedRef").GetString());
        Assert.Equal(2, Lines(await WatchAsync(served, "--origin", "alleged")).Length);
        await ReportAsync(served, "b3", DateTimeOffset.UtcNow.AddHours(-23), "rape");
        Assert.Equal(5, Lines(await WatchAsync(served, "--due-within", "2h")).Length);
    }

    [Fact]
    public async Task Ctrl_c_ends_it_with_0()
    {
        await using Served served = await Served.StartAsync(folder.Path);
        using CancellationTokenSource ctrlC = new();
        Task<int> watching = CommandLine.RunAsync(
            ["watch", "overdue", "--force", "thames-valley", "--address", served.Address, "--token", served.Token],
            () => Stream.Null,
            output,
            error,
            ctrlC.Token);
        await output.Come.WaitAsync(TestContext.Current.CancellationToken);
        await ctrlC.CancelAsync();
        Assert.Equal((0, ""), (await watching, error.ToString()));
    }

    [Fact]
    public async Task Everything_wrong_is_told_at_once() =>
        (await CliRunner.RunAsync(
            ["watch", "overdue", "--force", "Kent", "--due-within", "40d", "--origin", "rumoured", "--group", "fraud", "--token", "x"])).Refused(
            "--force: 'Kent'",
            "--due-within: '40d'",
            "--origin: 'rumoured' is none of alleged, presumed",
            "--group: 'fraud' is none of violence, sexual, other, unknown");

    [Fact]
    public void The_table_holds_the_list_worst_first_with_what_passed_and_what_was_answered()
    {
        OverdueBoard board = new();
        board.Add(At(0, new() { Begun = new OverdueBegun { Listed = 2, Totals = new OverdueTotals { Overdue = 5 } } }));
        board.Add(At(0, new() { Listed = Crime("[grave]", 90) }));
        board.Add(At(0, new() { Listed = Crime("minor", 10) }));
        Assert.Contains("reading the list", Text(board), StringComparison.Ordinal);
        board.Add(At(0, new() { CaughtUp = new OverdueCaughtUp() }));
        board.Add(At(5, new() { Passed = Crime("new", 50) }));
        board.Add(At(6, new()
        {
            Resolved = new OverdueResolved { Crime = Crime("minor", 10), Answer = AllegedCrimeAnswer.Recorded, AnsweredBy = "c1" },
        }));
        board.Add(At(3_605, new() { Heartbeat = new OverdueHeartbeat() }));

        string text = Text(board);
        Assert.True(Place(text, "[grave]") < Place(text, "new"), text);
        Assert.Contains("13:00:05 BST thames-valley/storm/i1 new passed", text, StringComparison.Ordinal);
        Assert.Contains("13:00:06 BST thames-valley/storm/i1 minor resolved: Recorded c1", text, StringComparison.Ordinal);
        Assert.Contains("2 crimes, live at 2019-07-01 14:00:05 BST; 3 less urgent ones are not listed", text, StringComparison.Ordinal);

        // What is overdue grows while nothing is told, and a new list forgets the old one.
        Assert.Contains("1 h 00 min", text, StringComparison.Ordinal);
        board.Add(At(0, new() { Begun = new OverdueBegun() }));
        Assert.Contains("0 crimes, reading the list", Text(board), StringComparison.Ordinal);
    }

    [Fact]
    public void The_table_says_which_system_is_silent_as_long_as_it_is()
    {
        OverdueBoard board = new();
        board.Add(At(0, new() { Begun = new OverdueBegun { Freshness = { Heard(stale: false) } } }));
        board.Add(At(0, new() { CaughtUp = new OverdueCaughtUp() }));
        Assert.DoesNotContain("STALE", Text(board), StringComparison.Ordinal);
        board.Add(At(1, new() { Freshness = Heard(stale: true) }));
        board.Add(At(2, new() { Passed = Crime("new", 50) }));
        Assert.Contains("STALE: thames-valley/niche was last heard of at 2019-07-01 13:00 BST", Text(board), StringComparison.Ordinal);
        var never = new ForceFreshness { Force = "kent", Sources = { new SourceFreshness { SourceSystem = "athena", Stale = true } } };
        board.Add(At(2, new() { Freshness = never }));
        Assert.Contains("STALE: kent/athena was never heard of; what it recorded is missing here.", Text(board), StringComparison.Ordinal);
        board.Add(At(2, new() { Freshness = new ForceFreshness { Force = "kent" } }));
        board.Add(At(3, new() { Heartbeat = new OverdueHeartbeat { Freshness = { Heard(stale: false) } } }));
        Assert.DoesNotContain("STALE", Text(board), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        output.Dispose();
        error.Dispose();
        folder.Dispose();
    }

    private static int Place(string text, string part) => text.IndexOf(part, StringComparison.Ordinal);

    private static string Text(OverdueBoard board)
    {
        using StringWriter written = new();
        Consoles.For(written).Write(board.Render());
        // Captions are broken where the table ends.
        return string.Join(' ', written.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static WatchOverdueResponse At(int seconds, WatchOverdueResponse message)
    {
        message.AsOf = new AsOf { EvaluatedTime = Noon.AddSeconds(seconds).ToTimestamp() };
        return message;
    }

    private static ForceFreshness Heard(bool stale) => new()
    {
        Force = "thames-valley",
        Sources = { new SourceFreshness { SourceSystem = "niche", LastAcceptedTime = Noon.ToTimestamp(), Stale = stale } },
    };

    private static OverdueCrime Crime(string allegedRef, int urgency) => new()
    {
        UnitId = "thames-valley/storm/i1",
        AllegedRef = allegedRef,
        Urgency = urgency,
        Deadline = Noon.ToTimestamp(),
        Offence = new Offence { Code = "005/02" },
    };

    private static async Task ReportAsync(Served served, string reference, DateTimeOffset reported, string openingCode) =>
        await served.Client.Incidents.SubmitAsync(
            IncidentUpdates.Opened("thames-valley", "storm", reference, reported, openingCode), TestContext.Current.CancellationToken);

    private static Task<CliResult> WatchAsync(Served served, params string[] arguments) => CliRunner.RunAsync(
        [
            "watch", "overdue", "--force", "thames-valley", "--until-caught-up", "--address", served.Address, "--token", served.Token,
            .. arguments,
        ]);

    private static JsonElement[] Lines(CliResult result)
    {
        Assert.True(result.Code == 0, result.Error);
        return [.. result.Output.ReplaceLineEndings("\n").TrimEnd().Split('\n').Select(CliRunner.Json)];
    }
}
