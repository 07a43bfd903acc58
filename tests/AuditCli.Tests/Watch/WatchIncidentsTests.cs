using System.Text.Json;
using System.Text.RegularExpressions;
using AuditCli.Tests.Support;
using AuditCli.Watch;
using CrimeAudit.Client;
using CrimeAudit.V1;
using Google.Protobuf.WellKnownTypes;
using Spectre.Console;

namespace AuditCli.Tests.Watch;

public sealed partial class WatchIncidentsTests : IDisposable
{
    private static readonly DateTimeOffset Reported = new(2019, 2, 1, 10, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder folder = new();
    private readonly SignalWriter output = new("{ \"resumeToken\": \"");
    private readonly StringWriter error = new();

    [Fact]
    public async Task What_is_there_comes_as_lines_of_json_and_the_printed_token_goes_on_from_its_end()
    {
        await using Served served = await Served.StartAsync(folder.Path);
        await SubmitAsync(served, "i1", "i2");
        CliResult first = await WatchAsync(served, "--from", "start", "--json");
        JsonElement[] lines = Lines(first);
        Assert.Equal(["i1", "i2"], lines[..^1].Select(l => l.GetProperty("entry").GetProperty("incident").GetProperty("key").GetProperty("ref").GetString()));
        Assert.Equal("2", lines[^1].GetProperty("caughtUp").GetProperty("treeSize").GetString());
        Assert.All(lines, line => Assert.NotEmpty(line.GetProperty("resumeToken").GetString()!));

        await SubmitAsync(served, "i3");
        CliResult more = await WatchAsync(served, "--from", Token().Match(first.Error).Groups["token"].Value);
        Assert.Equal("i3", Lines(more)[0].GetProperty("entry").GetProperty("update").GetProperty("incident").GetProperty("ref").GetString());
        Assert.Equal(2, Lines(more).Length);
        Assert.Single(Lines(await WatchAsync(served, "--from", "now")));
    }

    [Fact]
    public async Task A_filter_leaves_out_what_does_not_meet_it_and_its_token_serves_no_other()
    {
        await using Served served = await Served.StartAsync(folder.Path);
        await SubmitAsync(served, "i1");
        CliResult closed = await WatchAsync(served, "--status", "closed", "--group", "violence");
        Assert.Single(Lines(closed));
        CliResult other = await WatchAsync(served, "--status", "open", "--from", Token().Match(closed.Error).Groups["token"].Value);
        Assert.Equal(3, other.Code);
        Assert.Contains("INVALID_RESUME_TOKEN", other.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ctrl_c_ends_it_with_0_and_the_token()
    {
        await using Served served = await Served.StartAsync(folder.Path);
        await SubmitAsync(served, "i1");
        using CancellationTokenSource ctrlC = new();
        Task<int> watching = CommandLine.RunAsync(
            ["watch", "incidents", "--force", "thames-valley", "--address", served.Address, "--token", served.Token],
            () => Stream.Null,
            output,
            error,
            ctrlC.Token);
        await output.Come.WaitAsync(TestContext.Current.CancellationToken);
        await ctrlC.CancelAsync();
        Assert.Equal(0, await watching);
        Assert.Matches(Token(), error.ToString());
    }

    [Fact]
    public async Task A_status_or_group_that_is_none_is_named_with_those_there_are() =>
        (await CliRunner.RunAsync(["watch", "incidents", "--status", "shut", "--group", "fraud", "--token", "x"])).Refused(
            "--status: 'shut' is none of awaiting-report, open, closed, direct-crime",
            "--group: 'fraud' is none of violence, sexual, other, unknown");

    [Fact]
    public void The_table_shows_the_latest_updates_and_how_far_it_is()
    {
        WatchTable table = new();
        for (int i = 0; i < 20; i++)
        {
            table.Add(new() { Entry = Entry(i, $"[ref-{i}]") });
        }

        table.Add(new() { CaughtUp = new WatchCaughtUp { TreeSize = 1_234 } });
        using StringWriter written = new();
        Consoles.For(written).Write(table.Render());
        string text = written.ToString();
        Assert.DoesNotContain("[ref-4]", text, StringComparison.Ordinal);
        Assert.All(Enumerable.Range(5, 15), i => Assert.Contains($"storm [ref-{i}]", text, StringComparison.Ordinal));
        Assert.Contains("20 updates; live since 1,234 entries", text, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        output.Dispose();
        error.Dispose();
        folder.Dispose();
    }

    private static async Task SubmitAsync(Served served, params string[] references)
    {
        foreach (string reference in references)
        {
            await served.Client.Incidents.SubmitAsync(
                IncidentUpdates.Opened("thames-valley", "storm", reference, Reported, "violence"), TestContext.Current.CancellationToken);
        }
    }

    private static Task<CliResult> WatchAsync(Served served, params string[] arguments) => CliRunner.RunAsync(
        [
            "watch", "incidents", "--force", "thames-valley", "--until-caught-up", "--address", served.Address, "--token", served.Token,
            .. arguments,
        ]);

    private static JsonElement[] Lines(CliResult result)
    {
        Assert.True(result.Code == 0, result.Error);
        return [.. result.Output.ReplaceLineEndings("\n").TrimEnd().Split('\n').Select(CliRunner.Json)];
    }

    private static WatchedEntry Entry(long index, string reference) => new()
    {
        EntryIndex = index,
        AcceptedTime = Reported.ToTimestamp(),
        Update = IncidentUpdates.Opened("thames-valley", "storm", reference, Reported, "violence"),
        Incident = new IncidentSummary
        {
            Force = "thames-valley",
            Key = new IncidentKey { SourceSystem = "storm", Ref = reference },
            Status = IncidentStatus.Open,
        },
    };

    [GeneratedRegex(@"To go on from here: --from (?<token>[\w-]{32})")]
    private static partial Regex Token();
}
