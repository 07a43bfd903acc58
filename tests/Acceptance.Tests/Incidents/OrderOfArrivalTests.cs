using Acceptance.Tests.Support;
using CrimeAudit.Client;
using CrimeAudit.V1;

namespace Acceptance.Tests.Incidents;

public abstract class OrderOfArrivalTests<TService>(TService service) : AcceptanceTests<TService>(service)
    where TService : ServiceUnderTest, new()
{
    private const int Permutations = 40;
    private const int Seed = 20190603;

    [Fact]
    public async Task Whatever_the_order_of_arrival_the_state_is_the_same()
    {
        IncidentUpdate[] inOrder = Story.Of("kent", "in-order");
        await SubmitAsync(inOrder);
        Incident expected = Nameless((await ReadAsync("kent", "in-order")).Incident);
        Assert.Equal((IncidentStatus.Closed, 5, 4), (expected.Status, expected.AllegedCrimes.Count, expected.CrimeRecords.Count));

        var random = new Random(Seed);
        IncidentUpdate[][] shuffled = [.. Enumerable.Range(0, Permutations).Select(i => Shuffled(random, Story.Of("kent", $"permutation-{i}")))];
        await Task.WhenAll(shuffled.Select((updates, i) => ArriveAsync(updates, i)));
        for (int i = 0; i < Permutations; i++)
        {
            GetIncidentResponse read = await ReadAsync("kent", $"permutation-{i}");
            Assert.Equal(shuffled[i], read.History.Select(h => h.Update));
            Assert.Equal(expected, Nameless(read.Incident));
        }
    }

    [Fact]
    public async Task A_crime_record_that_comes_before_its_incident_answers_it()
    {
        IncidentUpdate report = Told.Report("essex", "late-report", Told.Alleged("a1"));
        IncidentUpdate crime = Told.Crime("essex", "late-report", "c1", Moments.Reported.AddHours(2), answers: "a1");
        await SubmitAsync(crime);
        Incident awaiting = (await ReadAsync("essex", "late-report")).Incident;
        Assert.Equal(IncidentStatus.AwaitingReport, awaiting.Status);
        Assert.Null(awaiting.ReportedTime);
        Assert.Empty(awaiting.CrimeRecords[0].AllegedRefs);

        await SubmitAsync(report);
        Incident told = (await ReadAsync("essex", "late-report")).Incident;
        Assert.Equal((IncidentStatus.Open, "a1"), (told.Status, Assert.Single(told.CrimeRecords[0].AllegedRefs)));
        AllegedCrimeState alleged = Assert.Single(told.AllegedCrimes);
        Assert.Equal((AllegedCrimeAnswer.Recorded, "c1", Timeliness.InTime), (alleged.Answer, alleged.AnsweredBy, alleged.Timeliness));
    }

    [Fact]
    public async Task A_closing_that_comes_before_its_opening_closes_it()
    {
        await SubmitAsync(Told.Closed("essex", "closed-first", Moments.Reported.AddHours(3), "resolved"));
        Assert.Equal(IncidentStatus.AwaitingReport, (await ReadAsync("essex", "closed-first")).Incident.Status);
        await SubmitAsync(Told.Report("essex", "closed-first"));
        Incident incident = (await ReadAsync("essex", "closed-first")).Incident;
        Assert.Equal((IncidentStatus.Closed, "resolved"), (incident.Status, incident.ClosingCode));
    }

    /// <summary>By one of the three ways in, so that no way depends on the order.</summary>
    private async Task ArriveAsync(IncidentUpdate[] updates, int way)
    {
        IIncidentClient client = Service.Submitter("kent").Incidents;
        switch (way % 3)
        {
            case 0:
                await SubmitAsync(updates);
                break;
            case 1:
                await client.SubmitBatchAsync(updates, Cancel);
                break;
            default:
                await using (IncidentWriter writer = client.OpenWriter(new IncidentWriterOptions { MaxBatch = 3 }))
                {
                    foreach (IncidentUpdate update in updates)
                    {
                        await writer.WriteAsync(update, Cancel);
                    }
                }

                break;
        }
    }

    private static IncidentUpdate[] Shuffled(Random random, IncidentUpdate[] updates)
    {
        random.Shuffle(updates);
        return updates;
    }

    private static Incident Nameless(Incident incident)
    {
        Incident nameless = incident.Clone();
        nameless.Key = null;
        nameless.UnitId = "";
        return nameless;
    }
}
