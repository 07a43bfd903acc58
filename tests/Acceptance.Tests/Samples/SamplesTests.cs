using Acceptance.Tests.Sqlite;
using Acceptance.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;
using ForceConnector;
using InspectionTool;
using Tests.Shared;
using UpdateListener;

namespace Acceptance.Tests.Samples;

/// <summary>The programs of samples/ at work on a server. They stand on the SDK, so the engine makes no difference.</summary>
public sealed class SamplesTests(SqliteService service) : AcceptanceTests<SqliteService>(service)
{
    private const string Force = "thames-valley";
    private const string Drop =
        "URN-1,2018-11-05T14:30:00Z,violence,005/02\nURN-2,2018-11-05T15:00:00Z,theft,\n,2018-11-05T16:00:00Z,theft,\n";

    [Fact]
    public void The_page_shows_the_programs_that_run_here() => ShownFiles.MustBeShown("docs/samples.md");

    [Fact]
    public async Task The_force_connector_submits_what_is_dropped_and_what_comes_later()
    {
        await using SqliteService service = await EmptyServiceAsync();
        string folder = Directory.CreateDirectory(service.FileOf("drops")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "a.csv"), Drop, Cancel);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var lines = new Lines();

        Task running = new Drops(folder, service.Submitter(Force), lines).RunAsync(stop.Token);
        Assert.Equal(["a.csv: 2 accepted, 1 refused"], await lines.NextAsync(1));
        await File.WriteAllTextAsync(Path.Combine(folder, "b.part"), "URN-3,2018-11-06T10:00:00Z,theft,\n", Cancel);
        File.Move(Path.Combine(folder, "b.part"), Path.Combine(folder, "b.csv"));
        Assert.Equal(["b.csv: 1 accepted, 0 refused"], await lines.NextAsync(1));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);

        Assert.Empty(Directory.GetFiles(folder));
        string refused = Path.Combine(folder, "done", "a.csv.refused");
        Assert.StartsWith(",", Assert.Single(await File.ReadAllLinesAsync(refused, Cancel)), StringComparison.Ordinal);
        Assert.Equal(["URN-1", "URN-2", "URN-3"], await ReferencesAsync(service));
    }

    [Fact]
    public async Task A_file_of_the_force_connector_that_was_submitted_and_not_moved_stands_once()
    {
        await using SqliteService service = await EmptyServiceAsync();
        string folder = Directory.CreateDirectory(service.FileOf("drops")).FullName;
        for (int start = 0; start < 2; start++)
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "a.csv"), Drop, Cancel);
            await new Drops(folder, service.Submitter(Force), TextWriter.Null).SubmitAllAsync(Cancel);
        }

        Assert.Equal(2, await EntriesAsync(service));
    }

    [Fact]
    public async Task The_update_listener_goes_on_where_it_ended()
    {
        await using SqliteService service = await EmptyServiceAsync();
        string tokenFile = service.FileOf("resume-token");
        await SubmitAsync(service, Told.Report(Force, "r1", Told.Alleged("a1")), Told.Report(Force, "r2"));

        IReadOnlyList<string> first = await ListenAsync(service, tokenFile, 3);
        await SubmitAsync(service, Told.Report(Force, "r3"));
        IReadOnlyList<string> second = await ListenAsync(service, tokenFile, 1);

        Assert.Equal($"0 Opened {Force}/storm/r1: 1 crimes open", first[0]);
        Assert.Equal($"1 Opened {Force}/storm/r2: 0 crimes open", first[1]);
        Assert.StartsWith("overdue 5", first[2], StringComparison.Ordinal);
        Assert.EndsWith($"{Force}/storm/r1", first[2], StringComparison.Ordinal);
        Assert.Contains($"2 Opened {Force}/storm/r3: 0 crimes open", second);
    }

    [Fact]
    public async Task The_inspection_tool_goes_from_plan_to_estimate_and_does_nothing_twice()
    {
        await using SqliteService service = await EmptyServiceAsync();
        await WriteAsync(service, Enumerable.Range(1, 60).Select(n => Told.Report(Force, $"r{n}")));
        var lines = new Lines();
        var inspection = new Inspection("tvp", service.Lead(), service.Auditor("kent"), lines);
        string reviews = service.FileOf("reviews.csv");

        for (int run = 0; run < 2; run++)
        {
            await inspection.FreezeAsync(Force, "2018-07-01", "2018-12-31");
            Assert.Equal(["60 reports frozen as of entry 61; now throw the dice"], await lines.NextAsync(1));
            await inspection.DrawAsync("3-1-4-1-5-9-2-6", "a-auditor");
            IReadOnlyList<string> drawn = await lines.NextAsync(50);
            await File.WriteAllLinesAsync(reviews, drawn.Select(ReviewOf), Cancel);
            await inspection.EstimateAsync(reviews);
            Assert.Matches(
                @"^recorded 40 of 50 \(0\.\d+ to 0\.\d+\), correctly 40 of 50 .*; 0 reviews to come$",
                Assert.Single(await lines.NextAsync(1)));
        }
    }

    private static string ReviewOf(string unit, int place) =>
        place < 40 ? $"{unit},005/02,Recorded,c{place}" : $"{unit},005/02,NotRecorded,";

    private static async Task<IReadOnlyList<string>> ListenAsync(SqliteService service, string tokenFile, int count)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var lines = new Lines();
        Task running = new Desk(Force, tokenFile, service.Reader(Force), lines).RunAsync(stop.Token);
        IReadOnlyList<string> said = await lines.NextAsync(count);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        return said;
    }

    private static async Task<IEnumerable<string>> ReferencesAsync(SqliteService service) =>
        (await AllAsync(service.Reader(Force).Incidents.ListAsync(Force, Cancel))).Select(incident => incident.Key.Ref);
}
