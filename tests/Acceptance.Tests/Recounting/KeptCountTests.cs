using Acceptance.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;
using Enum = System.Enum;

namespace Acceptance.Tests.Recounting;

/// <summary>
/// The service keeps sums of live counts from question to question. Whatever is told in between, its answers are those of a service that
/// keeps nothing.
/// </summary>
public abstract class KeptCountTests<TService>(TService service) : AcceptanceTests<TService>(service)
    where TService : ServiceUnderTest, new()
{
    private const int Seed = 4_505;
    private const int Incidents = 120;
    private const int AtFirst = 600;
    private const int OneByOne = 16;

    [Fact]
    public async Task Whichever_months_move_between_two_questions_each_answer_is_a_recount_of_the_entries()
    {
        await using TService told = await EmptyServiceAsync();
        IncidentUpdate[] updates = new RandomForce(Seed, "kent", told.Clock.GetUtcNow()).Updates(Incidents);
        Assert.True(updates.Length > AtFirst + (2 * OneByOne), $"{updates.Length} updates");
        // Many months at once, then one or two each time, then all the others.
        IncidentUpdate[][] rounds =
            [updates[..AtFirst], .. updates[AtFirst..(AtFirst + OneByOne)].Select(u => new[] { u }), updates[(AtFirst + OneByOne)..]];
        foreach (IncidentUpdate[] round in rounds)
        {
            await WriteAsync(told, round);
            File.Delete(told.FileOf("recounted.jsonl"));
            ToldLog log = await ToldLog.ReadAsync(told, Cancel);
            var rates = new RecountedRates(told, log, log.Recount());
            await rates.AssertAsync("kent", Cancel);
            // Nothing moved since.
            await rates.AssertAsync("kent", Cancel);
        }
    }

    [Fact]
    public async Task A_report_that_moves_to_another_month_and_one_to_another_code_are_counted_where_they_are_now()
    {
        await SubmitAsync(Told.Report("dorset", "stays", Moments.Utc("2018-10-05T10:00:00Z"), "noise", Told.Alleged("a1")));
        await SubmitAsync(Told.Report("dorset", "moves", Moments.Utc("2018-11-05T10:00:00Z"), "noise", Told.Alleged("a1")));
        Assert.Equal([("2018-10", 1L), ("2018-11", 1L)], await AllegedAsync(Breakdown.Month));
        Assert.Equal([("noise", 2L)], await AllegedAsync(Breakdown.OpeningCode));

        IncidentUpdate corrected = Told.Report("dorset", "moves", Moments.Utc("2018-10-31T23:30:00Z"), "noise", Told.Alleged("a1"));
        corrected.EventTime = EventTimes.Instant(Moments.Utc("2018-11-06T10:00:00Z"));
        await SubmitAsync(corrected);
        Assert.Equal([("2018-10", 2L)], await AllegedAsync(Breakdown.Month));
        await AssertAsKeptByNobodyAsync("dorset");

        await SubmitAsync(IncidentUpdates.Of(
            "dorset", Told.Command, "stays", EventTimes.Instant(Moments.Utc("2018-11-07T10:00:00Z")), u => u.Recoded = new Recoded { OpeningCode = "assault" }));
        Assert.Equal([("assault", 1L), ("noise", 1L)], await AllegedAsync(Breakdown.OpeningCode));
        await AssertAsKeptByNobodyAsync("dorset");
    }

    [Fact]
    public async Task After_an_erasure_answers_are_those_of_a_server_that_keeps_nothing()
    {
        await using TService told = await EmptyServiceAsync();
        IncidentUpdate[] updates = new RandomForce(Seed + 1, "kent", told.Clock.GetUtcNow()).Updates(20);
        await WriteAsync(told, updates[..^5]);
        GetAccountedForRateResponse[] before = await RatesAsync(told, "kent");
        await told.Client("admin").Ledger.RedactEntryAsync(new() { EntryIndex = 3, RequestId = "erase", Reason = "granted" }, Cancel);
        GetAccountedForRateResponse[] erased = await RatesAsync(told, "kent");
        Assert.Equal(before.Select(r => r.Total), erased.Select(r => r.Total));
        await WriteAsync(told, updates[^5..]);

        GetAccountedForRateResponse[] kept = await RatesAsync(told, "kent");
        await told.RestartAsync();
        Assert.Equal(kept, await RatesAsync(told, "kent"));
    }

    private static async Task<GetAccountedForRateResponse[]> RatesAsync(TService told, string force)
    {
        var rates = new List<GetAccountedForRateResponse>();
        foreach (Breakdown breakdown in Enum.GetValues<Breakdown>())
        {
            rates.Add(await told.Reader(force).Rates.GetAccountedForAsync(force, breakdown, Cancel));
        }

        return [.. rates];
    }

    private async Task AssertAsKeptByNobodyAsync(string force)
    {
        GetAccountedForRateResponse[] kept = await RatesAsync(Service, force);
        await Service.RestartAsync();
        Assert.Equal(kept, await RatesAsync(Service, force));
    }

    private async Task<IEnumerable<(string Key, long Alleged)>> AllegedAsync(Breakdown breakdown) =>
        (await Service.Reader("dorset").Rates.GetAccountedForAsync("dorset", breakdown, Cancel)).Rows.Select(r => (r.Key, r.Counts.Alleged));
}
