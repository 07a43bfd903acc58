using System.Globalization;
using AuditCore.Recording;
using CrimeAudit.V1;
using static AuditCore.Tests.Recording.Told;

namespace AuditCore.Tests.Recording;

public sealed class ClockTests
{
    [Theory]
    [InlineData("2019-03-30T01:30:00+00:00", "2019-03-31T02:30:00+01:00")] // the next day has no 01:30
    [InlineData("2019-03-30T12:00:00+00:00", "2019-03-31T13:00:00+01:00")]
    [InlineData("2019-10-26T01:30:00+01:00", "2019-10-27T01:30:00+01:00")] // the next day has two 01:30: the first
    [InlineData("2019-10-26T02:30:00+01:00", "2019-10-27T01:30:00+00:00")] // the second
    [InlineData("2019-10-26T12:00:00+01:00", "2019-10-27T11:00:00+00:00")]
    [InlineData("2015-03-31T23:59:59+01:00", "2015-04-03T23:59:59+01:00")] // 72 hours, for the last time
    [InlineData("2015-04-01T00:00:00+01:00", "2015-04-02T00:00:00+01:00")] // 24 hours
    [InlineData("2015-03-28T12:00:00+00:00", "2015-03-31T13:00:00+01:00")] // 72 hours across the change to summer time
    public void A_presumed_crime_is_due_after_elapsed_hours_whatever_the_clocks_show(string reported, string due)
    {
        IncidentState state = State(Reported(Instant(Parse(reported)), "domestic-incident", ReporterKind.Victim));
        AllegedCrimeFold crime = Assert.Single(state.PresumedCrimes);
        Assert.Equal(Parse(due), crime.Deadline);
        Assert.False(crime.IsOverdue(Parse(due)));
        Assert.True(crime.IsOverdue(Parse(due).AddTicks(1)));
    }

    [Fact]
    public void A_report_told_of_twice_has_the_clock_of_the_earlier_one()
    {
        IncidentState state = State(
            Reported(At(3), "domestic-incident", ReporterKind.Victim), Reported(At(1), "domestic-incident", ReporterKind.Victim));
        Assert.Equal(Nine.AddHours(25), Assert.Single(state.PresumedCrimes).Deadline);
    }

    private static DateTimeOffset Parse(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
