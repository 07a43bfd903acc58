using System.Globalization;
using Acceptance.Tests.Support;
using AuditCore.Reference;
using CrimeAudit.Client;
using CrimeAudit.V1;
using Google.Protobuf.WellKnownTypes;
using Enum = System.Enum;
using OffenceGroup = CrimeAudit.V1.OffenceGroup;

namespace Acceptance.Tests.Recounting;

/// <summary>Random updates in random order: whatever the service answers is what a recount of the log's entries gives.</summary>
public abstract class RecountTests<TService>(TService service) : AcceptanceTests<TService>(service)
    where TService : ServiceUnderTest, new()
{
    private const int Seed = 2_019;

    /// <summary>How many incidents; of ten updates each. The long run has 10,000.</summary>
    private const string Variable = "CRIMEAUDIT_TEST_RECOUNT_INCIDENTS";

    private const int UsualIncidents = 200;
    private const string From = "2018-09";
    private const string To = "2019-02";

    private static readonly string[] Forces = ["kent", "essex"];

    private static readonly Breakdown[] Breakdowns = Enum.GetValues<Breakdown>();

    private static readonly TimeSpan[] Passing = [TimeSpan.Zero, TimeSpan.FromHours(11), TimeSpan.FromDays(2)];

    private static int Incidents => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } number
        ? int.Parse(number, CultureInfo.InvariantCulture)
        : UsualIncidents;

    [Fact]
    public async Task States_rates_and_overdue_crimes_are_a_recount_of_the_entries_at_any_time()
    {
        IncidentUpdate[][] told =
            [.. Forces.Select((f, i) => new RandomForce(Seed + i, f, Service.Clock.GetUtcNow()).Updates(Incidents / Forces.Length))];
        await Task.WhenAll(told.Select(updates => WriteAsync(Service, updates)));
        ToldLog log = await ToldLog.ReadAsync(Service, Cancel);
        HashSet<IncidentUpdate> different = [.. told.SelectMany(u => u)];
        Assert.True(different.SetEquals(log.Updates) && log.Size == different.Count && different.Count < told.Sum(u => u.Length));
        NaiveIncident[] incidents = log.Recount();
        Varied.Assert(log, incidents, Service.Clock.GetUtcNow());
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{told.Sum(u => u.Length)} updates, {log.Size} entries, {incidents.Length} incidents");
        foreach (TimeSpan passed in Passing)
        {
            Service.Clock.Advance(passed);
            await AssertStatesAsync(incidents);
            await AssertRatesAsync(log, incidents);
            await AssertDueAsync(incidents, TimeSpan.Zero);
            await AssertDueAsync(incidents, TimeSpan.FromHours(7));
        }
    }

    private async Task AssertStatesAsync(NaiveIncident[] incidents)
    {
        DateTimeOffset now = Service.Clock.GetUtcNow();
        await Parallel.ForEachAsync(incidents, Cancel, async (incident, cancel) =>
        {
            IIncidentClient client = Service.Reader(incident.Force).Incidents;
            GetIncidentResponse read = await client.GetAsync(incident.Force, incident.Key.SourceSystem, incident.Key.Ref, cancel);
            Assert.Equal(incident.History, read.History);
            // Breaches and exclusions are read off the state, rule by rule: their own tests hold them.
            read.Incident.Breaches.Clear();
            read.Incident.Exclusions.Clear();
            Assert.Equal(incident.At(now), read.Incident);
        });
        foreach (string force in Forces)
        {
            var all = new ListIncidentsRequest { Force = force, PageSize = 173 };
            Assert.Equal(
                incidents.Where(i => i.Force == force).Select(i => i.Summary),
                await AllAsync(Service.Reader(force).Incidents.ListAsync(all, Cancel)));
        }
    }

    private async Task AssertRatesAsync(ToldLog log, NaiveIncident[] incidents)
    {
        DateTimeOffset now = Service.Clock.GetUtcNow();
        foreach (string force in Forces)
        {
            var count = new NaiveCount([.. incidents.Where(i => i.Force == force)], now);
            foreach (Breakdown breakdown in Breakdowns)
            {
                GetAccountedForRateResponse answer = await RateAsync(new() { Force = force, Breakdown = breakdown });
                Assert.Equal((count.Total(), count.Presumed()), (answer.Total.Counts, answer.Total.PresumedCounts));
                Assert.Equal((count.Unmatched, count.Direct), (answer.UnmatchedCrimeRecords, answer.DirectCrimeRecords));
                Assert.Equal(now, answer.AsOf.EvaluatedTime.ToDateTimeOffset());
                // As time passes, entries come in that cover who read what meanwhile.
                Assert.True(answer.AsOf.TreeSize >= log.Size);
                Assert.Equal(log.Freshness(force, now), answer.Freshness);
                Assert.All(answer.Rows.Append(answer.Total), RateArithmetic.Assert);
                if (breakdown != Breakdown.Unspecified)
                {
                    Assert.Equal(count.By(breakdown), answer.Rows.Select(r => (r.Key, r.Counts, r.PresumedCounts)));
                    Assert.True(answer.Rows.Count > 1, $"{breakdown} has {answer.Rows.Count} rows");
                }
            }

            await AssertMonthsAsync(force, count);
            await AssertSomeClassesAsync(force, count);
        }
    }

    private async Task AssertMonthsAsync(string force, NaiveCount count)
    {
        GetAccountedForRateResponse months = await RateAsync(new() { Force = force, FromMonth = From, ToMonth = To });
        Assert.Equal((count.Total(IsWithin), count.Presumed(IsWithin)), (months.Total.Counts, months.Total.PresumedCounts));

        static bool IsWithin(string month) => string.CompareOrdinal(month, From) >= 0 && string.CompareOrdinal(month, To) <= 0;
    }

    private async Task AssertSomeClassesAsync(string force, NaiveCount count)
    {
        GetAccountedForRateResponse some = await RateAsync(new()
        {
            Force = force,
            Breakdown = Breakdown.Area,
            OffenceGroups = { OffenceGroup.Violence },
            OffenceClasses = { OffenceClass.Robbery.Slug() },
        });
        AccountedForCounts expected = count.OfClasses(
            [OffenceClass.Robbery, .. Enum.GetValues<OffenceClass>().Where(c => c.Group() == AuditCore.Reference.OffenceGroup.Violence)]);
        Assert.Equal(expected, some.Total.Counts);
        Assert.Equal((expected.Alleged, expected.Pending), (some.Rows.Sum(r => r.Counts.Alleged), some.Rows.Sum(r => r.Counts.Pending)));
        Assert.True(expected.Alleged > 0 && expected.Alleged < count.Total().Alleged);
    }

    private async Task AssertDueAsync(NaiveIncident[] incidents, TimeSpan within)
    {
        foreach (string force in Forces.Append(""))
        {
            var request = new ListOverdueRequest { Force = force, DueWithin = within.ToDuration(), PageSize = 97 };
            ListOverdueResponse first = await Service.Lead().Incidents.ListOverduePageAsync(request, Cancel);
            List<OverdueCrime> listed = await AllAsync(Service.Lead().Incidents.ListOverdueAsync(request, Cancel));
            new DueList([.. incidents.Where(i => force.Length == 0 || i.Force == force)], Service.Clock.GetUtcNow())
                .AssertIs(within, listed, first.Totals);
        }
    }

    private Task<GetAccountedForRateResponse> RateAsync(GetAccountedForRateRequest request) =>
        Service.Reader(request.Force).Rates.GetAccountedForAsync(request, Cancel);
}
