using System.Globalization;
using Acceptance.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;
using Google.Protobuf.WellKnownTypes;
using Population = Acceptance.Tests.Rates.Population;

namespace Acceptance.Tests.Overdue;

/// <summary>Random updates in random order: the list and its totals are what a recount of all incidents gives.</summary>
public abstract class RecountTests<TService>(TService service) : AcceptanceTests<TService>(service)
    where TService : ServiceUnderTest, new()
{
    private const int Seed = 2_019;
    private const int UsualIncidents = 600;

    /// <summary>Incidents a force; 5,000 or so make the long run of 100,000 updates.</summary>
    private const string Longer = "CRIMEAUDIT_TEST_RECOUNT";

    private static readonly string[] Forces = ["kent", "essex"];

    [Fact]
    public async Task The_list_is_a_recount_of_all_incidents_at_any_time()
    {
        DateTimeOffset now = Service.Clock.GetUtcNow();
        int incidents = Environment.GetEnvironmentVariable(Longer) is { Length: > 0 } text
            ? int.Parse(text, CultureInfo.InvariantCulture)
            : UsualIncidents;
        var random = new Random(Seed);
        IncidentUpdate[] updates = [.. Forces.SelectMany((f, i) => new Population(Seed + i, f, now).Incidents(incidents))];
        random.Shuffle(updates);
        await WriteAsync(Service, updates);
        TestContext.Current.TestOutputHelper?.WriteLine($"{updates.Length} updates of {incidents * Forces.Length} incidents");

        foreach (TimeSpan passed in new[] { TimeSpan.Zero, TimeSpan.FromHours(11), TimeSpan.FromDays(2) })
        {
            Service.Clock.Advance(passed);
            var list = new DueList([.. await ReadAllAsync(Forces[0]), .. await ReadAllAsync(Forces[1])], Service.Clock.GetUtcNow());
            await AssertListedAsync(list, TimeSpan.Zero);
            await AssertListedAsync(list, TimeSpan.FromHours(7));
        }
    }

    private async Task AssertListedAsync(DueList list, TimeSpan within)
    {
        foreach (string force in Forces.Append(""))
        {
            var request = new ListOverdueRequest { Force = force, DueWithin = within.ToDuration(), PageSize = 97 };
            ListOverdueResponse first = await Service.Lead().Incidents.ListOverduePageAsync(request, Cancel);
            List<OverdueCrime> listed = await AllAsync(Service.Lead().Incidents.ListOverdueAsync(request, Cancel));
            list.AssertIs(force, within, listed, first.Totals);
        }
    }

    private async Task<IEnumerable<GetIncidentResponse>> ReadAllAsync(string force)
    {
        IIncidentClient incidents = Service.Reader(force).Incidents;
        var read = new List<GetIncidentResponse>();
        foreach (IncidentSummary incident in await AllAsync(incidents.ListAsync(new ListIncidentsRequest { Force = force, PageSize = 1_000 }, Cancel)))
        {
            read.Add(await incidents.GetAsync(force, incident.Key.SourceSystem, incident.Key.Ref, Cancel));
        }

        return read;
    }
}
