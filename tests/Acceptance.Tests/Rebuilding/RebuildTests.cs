using System.Text.RegularExpressions;
using Acceptance.Tests.Audits;
using Acceptance.Tests.Incidents;
using Acceptance.Tests.Moving;
using Acceptance.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;
using Google.Protobuf.WellKnownTypes;
using Population = Acceptance.Tests.Rates.Population;

namespace Acceptance.Tests.Rebuilding;

/// <summary>What is derived from a log, made of it once more.</summary>
/// <typeparam name="TService">The fixture of an engine.</typeparam>
public abstract partial class RebuildTests<TService>(TService service) : AcceptanceTests<TService>(service)
    where TService : ServiceUnderTest, new()
{
    [Fact]
    public async Task Every_derived_table_is_what_the_log_makes_it_and_the_root_is_that_of_an_export()
    {
        await using TService told = await EmptyServiceAsync();
        await new ToldStory(told).TellAsync();
        VerbResult rebuilt = await told.VerbAsync("rebuild");
        Assert.Equal((0, ""), (rebuilt.Code, rebuilt.Output));
        VerbResult exported = await told.VerbAsync("export", told.FileOf("export.jsonl"));
        string sizeAndRoot = SizeAndRoot().Match(exported.LastLine).Value;
        Assert.EndsWith($"{sizeAndRoot}; every derived table is what the log makes it", rebuilt.LastLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_live_answer_is_replayed_as_it_was_from_the_size_and_time_that_it_names()
    {
        await using TService told = await EmptyServiceAsync();
        var asked = new PastAsking(told);
        IncidentUpdate[] story = Story.Of("kent", "story");
        await SubmitAsync(told, story[..8]);
        await asked.AskAsync(new GetAccountedForRateRequest { Force = "kent", Breakdown = Breakdown.OffenceClass });
        await SubmitAsync(told, Told.Report("kent", "due soon", told.Clock.GetUtcNow(), "violence", Told.Alleged("a1")));
        long before = await asked.AskAsync(new GetAccountedForRateRequest { Force = "kent" });
        await asked.AskAsync(new ListOverdueRequest { Force = "kent", PageSize = 3 });
        // Nothing is told, and time alone makes crimes overdue and systems stale.
        told.Clock.Advance(TimeSpan.FromHours(30) + TimeSpan.FromTicks(1_234_567));
        Assert.True(await asked.AskAsync(new GetAccountedForRateRequest { Force = "kent" }) > before);
        await asked.AskAsync(new ListOverdueRequest());
        await WriteAsync(told, new Population(21, "kent", told.Clock.GetUtcNow()).Incidents(30));
        await asked.AskAsync(new GetAccountedForRateRequest { Force = "kent", FromMonth = "2018-06", Breakdown = Breakdown.Month });
        await asked.AskAsync(new ListOverdueRequest { DueWithin = TimeSpan.FromHours(5).ToDuration(), Origin = CrimeOrigin.Presumed });
        await new Inspection(told, "between", "kent").DrawnAsync(Plans.Of("kent", SeedSource.Witnessed, ("violence", 0)));
        await SubmitAsync(told, story[8..]);
        await asked.AskAsync(new GetAccountedForRateRequest { Force = "kent", ToMonth = "2019-12", Breakdown = Breakdown.OffenceGroup });
        await asked.AssertReplayedAsync();
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

    private static async Task<int> TellUntilAsync(TService told, CancellationToken done)
    {
        int crimes = 0;
        while (!done.IsCancellationRequested)
        {
            IncidentUpdate[] batch =
                [.. Enumerable.Range(crimes, 20).Select(i => Told.Crime("kent", $"before-{i % 1_200}", $"c{i}", Moments.Reported))];
            await told.Submitter("kent").Incidents.SubmitBatchAsync(batch, Cancel);
            crimes += batch.Length;
        }

        return crimes;
    }

    [GeneratedRegex("size [0-9]+, root [A-Za-z0-9+/]{43}=")]
    private static partial Regex SizeAndRoot();
}
