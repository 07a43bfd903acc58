using Acceptance.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Acceptance.Tests.Rates;

public abstract class OverdueTests<TService>(TService service) : AcceptanceTests<TService>(service)
    where TService : ServiceUnderTest, new()
{
    [Fact]
    public async Task A_pending_crime_is_overdue_from_the_instant_after_its_deadline()
    {
        DateTimeOffset reported = Service.Clock.GetUtcNow();
        await SubmitAsync(Told.Report("kent", "r1", reported, "", Told.Alleged("a1"), Told.Alleged("a2")));
        Assert.Equal((2, 0), await PendingAndOverdueAsync("kent"));

        Service.Clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
        Assert.Equal((2, 0), await PendingAndOverdueAsync("kent"));
        Service.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((2, 0), await PendingAndOverdueAsync("kent"));
        Assert.All((await ReadAsync("kent", "r1")).Incident.AllegedCrimes, a => Assert.False(a.Overdue));
        Service.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((0, 2), await PendingAndOverdueAsync("kent"));
        Assert.All((await ReadAsync("kent", "r1")).Incident.AllegedCrimes, a => Assert.True(a.Overdue));

        await SubmitAsync(Told.Crime("kent", "r1", "c1", Service.Clock.GetUtcNow(), answers: "a1"));
        AccountedForRow total = (await RateAsync("kent")).Total;
        Assert.Equal((1, 1, 0), (total.Counts.Overdue, total.Counts.RecordedLate, total.Counts.Pending));
        Assert.Equal((0.5, 0.0), (total.AccountedForRate, total.InTimeRate));
    }

    [Fact]
    public async Task Each_crime_becomes_overdue_at_its_own_deadline()
    {
        DateTimeOffset start = Service.Clock.GetUtcNow();
        await SubmitAsync([.. Enumerable.Range(0, 5).Select(i => Told.Report("essex", $"r{i}", start.AddSeconds(-i), "", Told.Alleged("a1")))]);
        Service.Clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(4));
        for (int overdue = 0; overdue <= 5; overdue++)
        {
            Assert.Equal((5 - overdue, overdue), await PendingAndOverdueAsync("essex"));
            Service.Clock.Advance(TimeSpan.FromSeconds(1));
        }
    }

    [Fact]
    public async Task A_feed_that_fell_silent_is_stale_and_one_that_speaks_is_not()
    {
        await SubmitAsync(Told.Report("dorset", "r1"));
        Service.Clock.Advance(TimeSpan.FromHours(7));
        await SubmitAsync(Told.Crime("dorset", "r1", "c1", Moments.Reported));
        SourceFreshness[] freshness = [.. (await RateAsync("dorset")).Freshness.OrderBy(f => f.SourceSystem, StringComparer.Ordinal)];
        Assert.Equal([(Told.CrimeSystem, false), (Told.Command, true)], freshness.Select(f => (f.SourceSystem, f.Stale)));
    }

    [Fact]
    public async Task A_feed_has_an_age_of_its_own_and_one_that_is_expected_and_never_spoke_is_stale_in_every_live_answer()
    {
        await using var own = new TService
        {
            Settings = new Dictionary<string, string?>
            {
                ["CrimeAudit:Rates:StaleAfterBySystem:niche"] = "01:00:00",
                ["CrimeAudit:Rates:ExpectedSystems:0"] = "dorset/ppu",
            },
        };
        await own.InitializeAsync();
        await SubmitAsync(own, Told.Report("dorset", "r1"), Told.Crime("dorset", "r1", "c1", Moments.Reported));
        own.Clock.Advance(TimeSpan.FromHours(2));
        CrimeAuditClient dorset = own.Reader("dorset");
        (string, bool)[] expected = [(Told.CrimeSystem, true), ("ppu", true), (Told.Command, false)];
        Assert.Equal(expected, Standing((await dorset.Rates.GetAccountedForAsync("dorset", cancellationToken: Cancel)).Freshness));
        ListOverdueResponse list = await dorset.Incidents.ListOverduePageAsync(new ListOverdueRequest { Force = "dorset" }, Cancel);
        Assert.Equal(expected, Standing(Assert.Single(list.Freshness).Sources));
        GetPublicTableResponse table = await dorset.Rates.GetPublicTableAsync("dorset", Cancel);
        Assert.Equal([(Told.CrimeSystem, "2019-06-03"), ("ppu", ""), (Told.Command, "2019-06-03")],
            table.Freshness.Select(f => (f.SourceSystem, f.LastAcceptedDay)));
    }

    private static IEnumerable<(string, bool)> Standing(IEnumerable<SourceFreshness> sources) =>
        sources.Select(s => (s.SourceSystem, s.Stale));

    private async Task<(long Pending, long Overdue)> PendingAndOverdueAsync(string force)
    {
        AccountedForCounts counts = (await RateAsync(force)).Total.Counts;
        return (counts.Pending, counts.Overdue);
    }

    private Task<GetAccountedForRateResponse> RateAsync(string force) =>
        Service.Reader(force).Rates.GetAccountedForAsync(new GetAccountedForRateRequest { Force = force }, Cancel);
}
