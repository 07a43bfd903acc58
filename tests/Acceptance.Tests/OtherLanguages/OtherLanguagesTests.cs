using System.Text.Json;
using Acceptance.Tests.Sqlite;
using Acceptance.Tests.Support;
using CrimeAudit.V1;
using Tests.Shared;

namespace Acceptance.Tests.OtherLanguages;

/// <summary>
/// Clients that others write in other languages, with the ordinary tools of each, on the wire of a running server. The scripts
/// are those that docs/other-languages.md shows. The wire is the same on every engine.
/// </summary>
public sealed class OtherLanguagesTests(SqliteService service) : AcceptanceTests<SqliteService>(service)
{
    private const string Force = "thames-valley";

    [Fact]
    public async Task A_client_in_Node_does_what_the_C_sharp_client_does() =>
        await RunAsync("samples/node/force.js", await NodeTools.FindAsync());

    [Fact]
    public async Task A_client_in_Python_does_what_the_C_sharp_client_does()
    {
        string folder = Directory.CreateDirectory(Service.FileOf("python")).FullName;
        await RunAsync("samples/python/force.py", await PythonTools.FindAsync(folder));
    }

    [Fact]
    public void The_page_shows_the_scripts_that_run_here() => ShownFiles.MustBeShown("docs/other-languages.md");

    private static async Task RunAsync(string script, Toolchain tools)
    {
        Assert.SkipWhen(tools.Missing is not null, $"{tools.Missing} docs/other-languages.md says what it takes.");
        await using SqliteService service = await EmptyServiceAsync();

        JsonElement[] told = await StepsAsync(service, script, tools);

        Assert.Equal(["submitted", "streamed", "watched", "rate", "overdue", "refused"], told.Select(step => Text(step, "step")));
        await AssertSubmittedAsync(service, told[0]);
        AssertStreamed(told[1]);
        Assert.Equal([0], Numbers(told[2], "first"));
        Assert.Equal([1, 2], Numbers(told[2], "rest"));
        await AssertRateAsync(service, told[3]);
        Assert.Equal(["n-1", "n-2"], told[4].GetProperty("refs").EnumerateArray().Select(reference => reference.GetString()));
        AssertRefused(told[5]);
    }

    private static async Task<JsonElement[]> StepsAsync(SqliteService service, string script, Toolchain tools)
    {
        var environment = new Dictionary<string, string>(tools.Environment)
        {
            ["CRIMEAUDIT_ADDRESS"] = service.GrpcAddress.Authority,
            ["CRIMEAUDIT_TOKEN"] = service.Token("submitter", Force),
        };
        string path = Repository.PathOf(script);
        ProgramRun run = (await ProgramRun.TryAsync(tools.Program, [path], environment, Path.GetDirectoryName(path)!))!;
        Assert.True(run.Code == 0, $"{script} ended with {run.Code}: {run.Error}");
        string[] lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return [.. lines.Select(line => JsonDocument.Parse(line).RootElement.Clone())];
    }

    private static async Task AssertSubmittedAsync(SqliteService service, JsonElement step)
    {
        GetIncidentResponse read = await service.Submitter(Force).Incidents.GetAsync(
            new GetIncidentRequest { Force = Force, SourceSystem = "storm", Ref = "n-1" }, Cancel);
        Assert.Equal(read.History[0].EntryIndex, step.GetProperty("entry").GetInt64());
        Assert.Equal(Assert.Single(read.Incident.AllegedCrimes).Deadline.Seconds, step.GetProperty("deadline").GetInt64());
        Assert.Equal(Channel.Online, read.Incident.Channel);
    }

    private static void AssertStreamed(JsonElement step)
    {
        Assert.Equal(3, step.GetProperty("durable").GetInt64());
        JsonElement[] outcomes = [.. step.GetProperty("outcomes").EnumerateArray()];
        Assert.Equal((1, 2), (outcomes[0].GetInt64(), outcomes[2].GetInt64()));
        Assert.Equal("1 field is wrong: update.incident.ref: is missing.", outcomes[1].GetString());
    }

    private static async Task AssertRateAsync(SqliteService service, JsonElement step)
    {
        GetAccountedForRateResponse rate = await service.Submitter(Force).Rates.GetAccountedForAsync(
            new GetAccountedForRateRequest { Force = Force }, Cancel);
        Assert.Equal(rate.Method, Text(step, "method"));
        Assert.Equal((2, 2), (rate.Total.Counts.Alleged, rate.Total.Counts.Overdue));
        Assert.Equal((2, 2), (step.GetProperty("alleged").GetInt64(), step.GetProperty("overdue").GetInt64()));
    }

    private static void AssertRefused(JsonElement step)
    {
        Assert.Equal((3, "INVALID_FIELDS"), (step.GetProperty("code").GetInt32(), Text(step, "reason")));
        Assert.Equal(
            ["update.event_time", "update.incident"],
            step.GetProperty("fields").EnumerateArray().Select(field => field.GetString()).Order(StringComparer.Ordinal));
    }

    private static string? Text(JsonElement step, string name) => step.GetProperty(name).GetString();

    private static long[] Numbers(JsonElement step, string name) => [.. step.GetProperty(name).EnumerateArray().Select(n => n.GetInt64())];
}
