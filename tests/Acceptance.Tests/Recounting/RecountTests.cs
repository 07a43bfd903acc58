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
    private static readonly string[] Forces = ["kent", "essex"];

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
            var rates = new RecountedRates(Service, log, incidents);
            foreach (string force in Forces)
            {
                await rates.AssertAsync(force, Cancel);
            }

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
}
