using System.Collections.Concurrent;
using Acceptance.Tests.Recounting;
using Acceptance.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Acceptance.Tests.Rates;

public abstract class AccountedForTests<TService>(TService service) : AcceptanceTests<TService>(service)
    where TService : ServiceUnderTest, new()
{
    private const int Incidents = 400;
    private const int Seed = 87;
    private const string From = "2019-01";
    private const string To = "2019-04";

    private static readonly Breakdown[] Breakdowns = [.. Enum.GetValues<Breakdown>().Except([Breakdown.Unspecified])];

    [Fact]
    public async Task The_live_rate_is_a_recount_of_all_incidents_at_any_time()
    {
        await WriteAsync(Service, new Population(Seed, "kent", Service.Clock.GetUtcNow()).Incidents(Incidents));
        await AssertRecountedAsync(somethingIsPending: true);
        Service.Clock.Advance(TimeSpan.FromHours(11));
        await AssertRecountedAsync(somethingIsPending: true);
        Service.Clock.Advance(TimeSpan.FromDays(2));
        await AssertRecountedAsync(somethingIsPending: false);
    }

    [Fact]
    public async Task A_force_without_reports_has_no_rate()
    {
        GetAccountedForRateResponse answer = await Service.Reader("essex").Rates.GetAccountedForAsync("essex", Breakdown.Month, Cancel);
        Assert.Empty(answer.Rows);
        Assert.Equal((0, false, false), (answer.Total.Counts.Alleged, answer.Total.HasAccountedForRate, answer.Total.HasInTimeRate));
        Assert.Equal("accounted-for rate of alleged crimes", answer.Method);
    }

    private async Task AssertRecountedAsync(bool somethingIsPending)
    {
        var count = new NaiveCount(await ReadAllAsync(), Service.Clock.GetUtcNow());
        AccountedForCounts expected = count.Total();
        Assert.True(expected.Alleged > Incidents && expected.Overdue > 0 && (expected.Pending > 0) == somethingIsPending, expected.ToString());
        foreach (Breakdown breakdown in Breakdowns)
        {
            GetAccountedForRateResponse answer = await RateAsync(new GetAccountedForRateRequest { Force = "kent", Breakdown = breakdown });
            Assert.Equal(expected, answer.Total.Counts);
            Assert.Equal(count.Presumed(), answer.Total.PresumedCounts);
            Assert.Equal(count.By(breakdown), answer.Rows.Select(r => (r.Key, r.Counts, r.PresumedCounts)));
            Assert.Equal((count.Unmatched, count.Direct), (answer.UnmatchedCrimeRecords, answer.DirectCrimeRecords));
            Assert.True(answer.Rows.Count > 1, $"{breakdown} has {answer.Rows.Count} rows");
            Assert.All(answer.Rows.Append(answer.Total), RateArithmetic.Assert);
        }

        GetAccountedForRateResponse months = await RateAsync(new GetAccountedForRateRequest { Force = "kent", FromMonth = From, ToMonth = To });
        Assert.Equal(
            count.Total(m => string.CompareOrdinal(m, From) >= 0 && string.CompareOrdinal(m, To) <= 0), months.Total.Counts);
        GetAccountedForRateResponse some = await RateAsync(new GetAccountedForRateRequest
        {
            Force = "kent",
            Breakdown = Breakdown.Area,
            OffenceGroups = { OffenceGroup.Violence },
            OffenceClasses = { "robbery" },
        });
        Assert.Equal(count.OfClasses(c => c is "violence-against-the-person" or "robbery"), some.Total.Counts);
        Assert.Equal(some.Total.Counts.Alleged, some.Rows.Sum(r => r.Counts.Alleged));
        Assert.Equal(some.Total.Counts.Pending, some.Rows.Sum(r => r.Counts.Pending));
        Assert.True(count.Presumed() is { Alleged: > 50, Overdue: > 0, RecordedLate: > 0 }, count.Presumed().ToString());
    }

    private async Task<IReadOnlyList<GetIncidentResponse>> ReadAllAsync()
    {
        IIncidentClient incidents = Service.Reader("kent").Incidents;
        List<IncidentSummary> listed = await AllAsync(incidents.ListAsync("kent", Cancel));
        var read = new ConcurrentBag<GetIncidentResponse>();
        await Parallel.ForEachAsync(listed, Cancel, async (i, cancel) =>
            read.Add(await incidents.GetAsync("kent", i.Key.SourceSystem, i.Key.Ref, cancel)));
        return [.. read];
    }

    private Task<GetAccountedForRateResponse> RateAsync(GetAccountedForRateRequest request) =>
        Service.Reader("kent").Rates.GetAccountedForAsync(request, Cancel);
}
