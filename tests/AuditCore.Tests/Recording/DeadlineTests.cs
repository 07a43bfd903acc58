using AuditCore.Recording;
using CrimeAudit.V1;
using static AuditCore.Tests.Recording.Told;

namespace AuditCore.Tests.Recording;

public sealed class DeadlineTests
{
    [Theory]
    [InlineData(24, Timeliness.InTime)]
    [InlineData(24.001, Timeliness.Late)]
    public void A_crime_is_in_time_within_24_hours_of_the_report(double hours, Timeliness expected)
    {
        IncidentState state = State(Opened(At(0), Alleged("a1", Assault)), Recorded(At(hours), "c1", Assault));
        Assert.Equal(Nine.AddHours(24), state.Crime("a1").Deadline);
        Assert.Equal(expected, state.Crime("a1").Timeliness);
    }

    [Theory]
    [InlineData("2015-03-31T22:59:59Z", 72)] // the last second of March in London, which is in summer time
    [InlineData("2015-03-31T23:00:00Z", 24)]
    [InlineData("2015-01-01T00:00:00Z", 72)]
    [InlineData("2018-03-24T13:00:00Z", 24)] // across the change to summer time
    [InlineData("2018-10-27T13:00:00Z", 24)] // across the change to winter time
    public void The_deadline_counts_elapsed_hours(string reported, int hours)
    {
        DateTimeOffset time = DateTimeOffset.Parse(reported, System.Globalization.CultureInfo.InvariantCulture);
        IncidentState state = State(
            Opened(Instant(time), Alleged("a1", Assault), Alleged("a2", Assault)),
            Recorded(Instant(time.AddHours(hours)), "c1", Assault, "v1", "a1"),
            Recorded(Instant(time.AddHours(hours).AddSeconds(1)), "c2", Assault, "v1", "a2"));
        Assert.Equal(time.AddHours(hours), state.Crime("a1").Deadline);
        Assert.Equal(Timeliness.InTime, state.Crime("a1").Timeliness);
        Assert.Equal(Timeliness.Late, state.Crime("a2").Timeliness);
    }

    [Fact]
    public void A_report_of_which_only_the_month_is_known_has_no_deadline_and_is_never_in_time()
    {
        IncidentUpdate[] told = [Opened(Month(2019, 2), Alleged("a1", Assault))];
        Assert.Null(State(told).Crime("a1").Deadline);
        Assert.False(State(told).Crime("a1").IsOverdue(Nine.AddYears(1)));
        Assert.Equal(Timeliness.Unknown, State([.. told, Recorded(At(0), "c1", Assault)]).Crime("a1").Timeliness);
    }

    [Fact]
    public void A_record_of_which_only_the_month_or_day_is_known_is_never_in_time()
    {
        IncidentUpdate report = Opened(At(0), Alleged("a1", Assault));
        Assert.Equal(Timeliness.Unknown, State(report, Recorded(Month(2019, 2), "c1", Assault)).Crime("a1").Timeliness);
        Assert.Equal(Timeliness.Unknown, State(report, Recorded(Day(2019, 2, 4), "c1", Assault)).Crime("a1").Timeliness);
    }

    [Fact]
    public void A_system_that_tells_only_the_day_or_month_takes_no_deadline_and_no_time_of_recording_away()
    {
        EventTime[][] orders = [[At(0), Day(2019, 2, 4), Month(2019, 2)], [Month(2019, 2), At(0), Day(2019, 2, 4)], [Day(2019, 2, 4), Month(2019, 2), At(0)]];
        foreach (EventTime[] times in orders)
        {
            IncidentUpdate[] told =
            [
                .. times.Select((t, i) => Opened(t, Alleged("a1", Assault)).By($"system-{i}", "opened")),
                .. times.Select((t, i) => Recorded(t, "c1", Assault).By($"system-{i}", "recorded")),
            ];
            IncidentState state = State(told);
            Assert.Equal((Nine.AddHours(24), Timeliness.InTime), (state.Crime("a1").Deadline, state.Crime("a1").Timeliness));
            Assert.Equal(At(0), state.ReportedTime);
        }
    }

    [Fact]
    public void A_day_or_month_that_was_over_before_is_earlier_than_an_instant()
    {
        Assert.Null(State(Opened(At(0), Alleged("a1", Assault)), Allege(Day(2019, 2, 3), Alleged("a1", Assault))).Crime("a1").Deadline);
        Assert.Null(State(Opened(At(0), Alleged("a1", Assault)), Allege(Month(2019, 1), Alleged("a1", Assault))).Crime("a1").Deadline);
    }

    [Fact]
    public void An_allegation_made_later_has_its_own_clock()
    {
        IncidentState state = State(Opened(At(0), Alleged("a1", Assault)), Allege(At(48), Alleged("a2", Assault)));
        Assert.Equal(Nine.AddHours(24), state.Crime("a1").Deadline);
        Assert.Equal(Nine.AddHours(72), state.Crime("a2").Deadline);
    }

    [Fact]
    public void An_allegation_told_of_again_is_corrected_and_keeps_its_clock()
    {
        IncidentState state = State(Opened(At(0), Alleged("a1", Assault)), Allege(At(48), Alleged("a1", Rape)));
        Assert.Equal(Nine.AddHours(24), state.Crime("a1").Deadline);
        Assert.Equal(Rape, state.Crime("a1").Alleged.Offence.Code);
    }

    [Fact]
    public void An_open_allegation_is_overdue_once_its_deadline_has_passed()
    {
        AllegedCrimeFold open = State(Opened(At(0), Alleged("a1", Assault))).Crime("a1");
        Assert.False(open.IsOverdue(Nine.AddHours(24)));
        Assert.True(open.IsOverdue(Nine.AddHours(24).AddTicks(1)));
        AllegedCrimeFold late = State(Opened(At(0), Alleged("a1", Assault)), Recorded(At(30), "c1", Assault)).Crime("a1");
        Assert.False(late.IsOverdue(Nine.AddHours(31)));
    }
}
