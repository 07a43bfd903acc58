using System.Globalization;
using System.Text.RegularExpressions;
using Acceptance.Tests.Audits;
using Acceptance.Tests.Incidents;
using Acceptance.Tests.Moving;
using Acceptance.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;
using Google.Protobuf;
using Population = Acceptance.Tests.Rates.Population;

namespace Acceptance.Tests.Rebuilding;

/// <summary>What is derived from a log, made of it once more.</summary>
/// <typeparam name="TService">The fixture of an engine.</typeparam>
public abstract partial class RebuildTests<TService>(TService service) : AcceptanceTests<TService>(service)
    where TService : ServiceUnderTest, new()
{
    private static readonly Dictionary<Breakdown, string> Names = new()
    {
        [Breakdown.Month] = "month",
        [Breakdown.OffenceClass] = "offence-class",
        [Breakdown.OffenceGroup] = "offence-group",
    };

    [Fact]
    public async Task Every_derived_table_is_what_the_log_makes_it_and_the_root_is_that_of_an_export()
    {
        await using TService told = await EmptyServiceAsync();
        await new ToldStory(told).TellAsync();
        VerbResult rebuilt = await told.VerbAsync("rebuild");
        Assert.Equal((0, ""), (rebuilt.Code, rebuilt.Output));
        VerbResult exported = await told.VerbAsync("export", told.FileOf("export.jsonl"));
        Assert.EndsWith($"{SizeAndRoot().Match(exported.LastLine).Value}; every derived table is what the log makes it", rebuilt.LastLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_live_answer_is_replayed_as_it_was_from_the_size_and_time_that_it_names()
    {
        await using TService told = await EmptyServiceAsync();
        var answers = new List<(Breakdown By, GetAccountedForRateResponse Live)>();
        IncidentUpdate[] story = Story.Of("kent", "story");
        await SubmitAsync(told, story[..8]);
        answers.Add(await AskAsync(told, Breakdown.OffenceClass));
        // Nothing is told, and time alone makes crimes overdue and systems stale.
        await SubmitAsync(told, Told.Report("kent", "due soon", told.Clock.GetUtcNow(), "violence", Told.Alleged("a1")));
        answers.Add(await AskAsync(told, Breakdown.Unspecified));
        told.Clock.Advance(TimeSpan.FromHours(30) + TimeSpan.FromTicks(1_234_567));
        answers.Add(await AskAsync(told, Breakdown.Unspecified));
        await WriteAsync(told, new Population(21, "kent", told.Clock.GetUtcNow()).Incidents(30));
        answers.Add(await AskAsync(told, Breakdown.Month));
        await new Inspection(told, "between", "kent").DrawnAsync(Plans.Of("kent", SeedSource.Witnessed, ("violence", 0)));
        await SubmitAsync(told, story[8..]);
        answers.Add(await AskAsync(told, Breakdown.OffenceGroup));

        Assert.True(answers[2].Live.Total.Counts.Overdue > answers[1].Live.Total.Counts.Overdue);
        foreach ((Breakdown by, GetAccountedForRateResponse live) in answers)
        {
            Assert.Equal(live, await ReplayAsync(told, by, live.AsOf));
        }
    }

    [Fact]
    public async Task A_question_narrowed_to_months_is_replayed_as_well()
    {
        await using TService told = await EmptyServiceAsync();
        await SubmitAsync(told, Told.Report("kent", "november", Told.Alleged("a1")), Told.ReportOfMonth("kent", "october", 2018, 10, Told.Alleged("a1")));
        GetAccountedForRateResponse live = await told.Reader("kent").Rates.GetAccountedForAsync(
            new GetAccountedForRateRequest { Force = "kent", FromMonth = "2018-11", ToMonth = "2018-12" }, Cancel);
        Assert.Equal(1, live.Total.Counts.Alleged);
        VerbResult replayed = await told.VerbAsync(
            "rebuild", "--at", TimeOf(live.AsOf), "--force", "kent", "--from-month", "2018-11", "--to-month", "2018-12", "--quiet");
        Assert.Equal(("", live), (replayed.Error, GetAccountedForRateResponse.Parser.ParseJson(replayed.Output)));
    }

    [Fact]
    public async Task A_server_goes_on_meanwhile()
    {
        await using TService told = await EmptyServiceAsync();
        await WriteAsync(told, Enumerable.Range(0, 1_200).Select(i => Told.Report("kent", $"before-{i}", Told.Alleged("a1"))));
        using var done = new CancellationTokenSource();
        Task<int> writing = Task.Run(() => TellUntilAsync(told, done.Token), Cancel);
        for (int round = 0; round < 3; round++)
        {
            VerbResult rebuilt = await told.VerbAsync("rebuild", "--quiet");
            Assert.Equal(new VerbResult(0, "", ""), rebuilt);
        }

        await done.CancelAsync();
        Assert.True(await writing > 0);
    }

    [Fact]
    public async Task The_beginning_of_a_log_alone_is_replayed_without_a_word_about_its_end()
    {
        await using TService told = await EmptyServiceAsync();
        await SubmitAsync(told, [.. Enumerable.Range(0, 5).Select(i => Told.Report("kent", $"r{i}", Told.Alleged("a1")))]);
        VerbResult part = await told.VerbAsync("rebuild", "--to", "3");
        Assert.Equal((0, ""), (part.Code, part.Output));
        Assert.StartsWith("Replayed 3 entries; size 3, root ", part.LastLine, StringComparison.Ordinal);
        VerbResult past = await told.VerbAsync("rebuild", "--to", "6");
        Assert.Equal((2, "--to: 6 is no size of a log that holds 5 entries"), (past.Code, past.LastLine));
    }

    private static async Task<(Breakdown By, GetAccountedForRateResponse Live)> AskAsync(TService told, Breakdown by) =>
        (by, await told.Reader("kent").Rates.GetAccountedForAsync("kent", by, Cancel));

    private static async Task<GetAccountedForRateResponse> ReplayAsync(TService told, Breakdown by, AsOf asOf)
    {
        string[] breakdown = Names.TryGetValue(by, out string? name) ? ["--breakdown", name] : [];
        VerbResult replayed = await told.VerbAsync(
            ["rebuild", "--to", asOf.TreeSize.ToString(CultureInfo.InvariantCulture), "--at", TimeOf(asOf), "--force", "kent", .. breakdown]);
        Assert.True(replayed.Code == 0, replayed.Error);
        return GetAccountedForRateResponse.Parser.ParseJson(replayed.Output);
    }

    /// <summary>As JSON has it, without the quotes.</summary>
    private static string TimeOf(AsOf asOf) => asOf.EvaluatedTime.ToString().Trim('"');

    private static async Task<int> TellUntilAsync(TService told, CancellationToken done)
    {
        int batches = 0;
        while (!done.IsCancellationRequested)
        {
            await told.Submitter("kent").Incidents.SubmitBatchAsync(
                [.. Enumerable.Range(0, 20).Select(i => Told.Crime("kent", $"before-{((batches * 20) + i) % 1_200}", $"c{batches}-{i}", Moments.Reported))], Cancel);
            batches++;
        }

        return batches;
    }

    [GeneratedRegex("size [0-9]+, root [A-Za-z0-9+/]{43}=")]
    private static partial Regex SizeAndRoot();
}
