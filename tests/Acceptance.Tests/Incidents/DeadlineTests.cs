using Acceptance.Tests.Support;
using CrimeAudit.V1;

namespace Acceptance.Tests.Incidents;

public abstract class DeadlineTests<TService>(TService service) : AcceptanceTests<TService>(service)
    where TService : ServiceUnderTest, new()
{
    /// <summary>72 hours before 1 April 2015 in London, 24 from then on, as hours that elapse.</summary>
    [Theory]
    [InlineData("2015-03-29T00:30:00Z", "2015-04-01T00:30:00Z")]
    [InlineData("2015-03-31T22:59:59Z", "2015-04-03T22:59:59Z")]
    [InlineData("2015-03-31T23:00:00Z", "2015-04-01T23:00:00Z")]
    [InlineData("2015-04-01T12:00:00Z", "2015-04-02T12:00:00Z")]
    // Clocks go forward at 01:00 UTC on 31 March 2019, and back at 01:00 UTC on 28 October 2018.
    [InlineData("2019-03-30T12:00:00Z", "2019-03-31T12:00:00Z")]
    [InlineData("2019-03-31T00:59:59Z", "2019-04-01T00:59:59Z")]
    [InlineData("2018-10-27T11:30:00Z", "2018-10-28T11:30:00Z")]
    [InlineData("2018-10-28T00:30:00Z", "2018-10-29T00:30:00Z")]
    public async Task A_crime_is_in_time_up_to_the_last_instant_of_its_deadline(string reported, string deadline)
    {
        DateTimeOffset last = Moments.Utc(deadline);
        await SubmitAsync(
            Told.Report("kent", reported, Moments.Utc(reported), "", Told.Alleged("a1"), Told.Alleged("a2"), Told.Alleged("a3")),
            Told.Crime("kent", reported, "c1", last, answers: "a1"),
            Told.Crime("kent", reported, "c2", last.AddSeconds(1), answers: "a2"),
            Told.Crime("kent", reported, "c3", last.AddTicks(10), answers: "a3"));

        Incident incident = (await ReadAsync("kent", reported)).Incident;
        Assert.All(incident.AllegedCrimes, a => Assert.Equal(last, a.Deadline.ToDateTimeOffset()));
        Assert.Equal([Timeliness.InTime, Timeliness.Late, Timeliness.Late], incident.AllegedCrimes.Select(a => a.Timeliness));
    }

    [Fact]
    public async Task An_offence_told_of_later_has_its_own_clock()
    {
        DateTimeOffset later = Moments.Reported.AddHours(5);
        await SubmitAsync(
            Told.Report("essex", "later", Told.Alleged("a1")),
            CrimeAudit.Client.IncidentUpdates.CrimeAlleged(
                "essex", Told.Command, "later", CrimeAudit.Client.EventTimes.Instant(later), Told.Alleged("a2", Codes.Theft)));
        Incident incident = (await ReadAsync("essex", "later")).Incident;
        Assert.Equal(
            [Moments.Reported.AddHours(24), later.AddHours(24)], incident.AllegedCrimes.Select(a => a.Deadline.ToDateTimeOffset()));
    }
}
