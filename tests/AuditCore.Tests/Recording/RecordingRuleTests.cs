using AuditCore.Recording;
using CrimeAudit.V1;
using static AuditCore.Tests.Recording.Told;

namespace AuditCore.Tests.Recording;

public sealed class RecordingRuleTests
{
    private static readonly IncidentUpdate Report = Opened(At(0), Alleged("a1", Assault));

    [Fact]
    public void A_crime_is_overdue_only_at_a_time_and_late_for_ever()
    {
        Assert.Empty(State(Report).Breached());
        Assert.Empty(State(Report).BreachesAt(24));
        Assert.Equal(["report-unanswered a1"], State(Report).BreachesAt(24.01));
        Assert.Equal(["recorded-in-time a1 c1"], State(Report, Recorded(At(30), "c1", Assault)).Breached());
    }

    [Fact]
    public void A_presumed_crime_is_overdue_too()
    {
        IncidentState state = State(Reported(At(0), "domestic-incident", ReporterKind.Victim));
        Assert.Equal(["report-unanswered presumed:domestic-abuse"], state.BreachesAt(25));
    }

    [Fact]
    public void Closing_while_a_crime_is_unanswered_is_a_decision_without_a_record()
    {
        Assert.Equal(["closed-unanswered a1"], State(Report, Closed(At(1))).Breached());
        Assert.Empty(State(Report, Closed(At(1)), Reopened(At(2))).Breached());
        Assert.Empty(State(Report, Recorded(At(1), "c1", Assault), Closed(At(2))).Breached());
    }

    [Theory]
    [InlineData(ReporterKind.ProfessionalThirdParty, false)]
    [InlineData(ReporterKind.ParentOrCarer, false)]
    [InlineData(ReporterKind.Witness, true)]
    public void A_professional_parent_or_carer_needs_no_confirmation(ReporterKind reporter, bool allowed)
    {
        IncidentUpdate report = Opened(At(0), Alleged("a1", Rape));
        report.Opened.ReporterKind = reporter;
        string[] expected = allowed ? [] : ["third-party-acts-for-victim a1"];
        Assert.Equal(expected, State(report, ReportedIncident(At(1), "100/01", "a1")).Breached());
        Assert.Empty(State(report, ReportedIncident(At(1), "100/02", "a1")).Breached());
        report = Opened(At(0), Alleged("a1", Assault));
        report.Opened.ReporterKind = reporter;
        Assert.Equal(expected, State(report, NotRecorded(At(1), "a1", NotRecordedReason.VictimDidNotConfirm, At(1))).Breached());
    }

    [Fact]
    public void The_victim_is_told_of_a_decision_not_to_record()
    {
        Assert.Equal(["victim-told-of-decision a1"], State(Report, NotRecorded(At(1), "a1")).Breached());
        Assert.Empty(State(Report, NotRecorded(At(1), "a1", NotRecordedReason.NoNotifiableCrime, At(3))).Breached());
        Assert.Empty(State(Report, NotRecorded(At(1), "a1"), NotRecorded(At(2), "a1", NotRecordedReason.NoNotifiableCrime, At(2))).Breached());
        Assert.Empty(State(Report, NotRecorded(At(1), "a1", NotRecordedReason.TestOrTraining)).Breached());
        Assert.Empty(State(Report, NotRecorded(At(1), "a1"), Recorded(At(2), "c1", Assault)).Breached());
    }

    [Fact]
    public void A_delay_needs_a_rationale_and_the_registrars_oversight()
    {
        IncidentUpdate delayed = Delayed(At(1), "a1");
        Assert.Equal(["delay-overseen a1"], State(Report, delayed).Breached());
        delayed.RecordingDelayed.RegistrarOversight = true;
        Assert.Empty(State(Report, delayed).Breached());
        Assert.Equal(["report-unanswered a1"], State(Report, delayed).BreachesAt(25));
        delayed.RecordingDelayed.RationaleCode = "";
        Assert.Equal(["delay-overseen a1"], State(Report, delayed).Breached());
    }

    [Fact]
    public void A_rape_that_is_not_recorded_needs_a_reported_incident_at_once()
    {
        IncidentUpdate report = Opened(At(0), Alleged("a1", Rape));
        Assert.Empty(State(report).BreachesAt(1));
        Assert.Equal(["rape-needs-n100 a1"], State(report).BreachesAt(1.01));
        Assert.Empty(State(report, ReportedIncident(At(0.5), "100/01", "a1")).BreachesAt(100));
        Assert.Empty(State(report, Recorded(At(0.5), "c1", Rape)).BreachesAt(100));
        Assert.Equal(
            ["rape-needs-n100 a1"], State(report, NotRecorded(At(1), "a1", NotRecordedReason.OtherForce, At(1))).Breached());
        Assert.Equal(["rape-needs-n100 a1"], State(report, ReportedIncident(At(1), "300/01", "a1")).Breached());
        Assert.Equal(
            ["delay-overseen a1", "rape-needs-n100 a1"], State(report, Delayed(At(0.5), "a1")).Breached());
    }

    [Fact]
    public void A_category_that_does_not_say_whether_it_is_rape_is_left_alone()
    {
        IncidentUpdate report = Opened(At(0), Alleged("a1", Rape));
        IncidentUpdate recorded = Recorded(At(1), "c1", Rape, "v1", "a1");
        recorded.CrimeRecorded.Offence = new Offence { Category = "Violence and sexual offences" };
        Assert.Empty(State(report, recorded).Breached());
        report.Opened.AllegedCrimes[0].Offence = recorded.CrimeRecorded.Offence;
        Assert.Empty(State(report).BreachesAt(20));
    }

    [Fact]
    public void One_record_for_two_victims_leaves_a_crime_out()
    {
        IncidentUpdate report = Opened(At(0), Alleged("a1", Assault), Alleged("a2", Assault, "v2"), Alleged("a3", Assault));
        Assert.Equal(["one-crime-per-victim c1"], State(report, Recorded(At(1), "c1", Assault, "v1", "a1", "a2", "a3")).Breached());
        Assert.Empty(State(report, Recorded(At(1), "c1", Assault, "v1", "a1", "a3"), Recorded(At(1), "c2", Assault, "v2")).Breached());
    }

    [Fact]
    public void Modern_slavery_is_recorded_beside_the_other_offence()
    {
        IncidentUpdate report = Opened(At(0), Alleged("a1", "036/06"), Alleged("a2", Assault));
        Assert.Equal(["modern-slavery-additionally a1 c1"], State(report, Recorded(At(1), "c1", Assault, "v1", "a1", "a2")).Breached());
        Assert.Equal(["modern-slavery-additionally c1"], State(report, Recorded(At(1), "c1", "036/06", "v1", "a1", "a2")).Breached());
        Assert.Empty(State(report, Recorded(At(1), "c1", "036/06", "v1", "a1"), Recorded(At(1), "c2", Assault, "v1", "a2")).Breached());
    }

    [Fact]
    public void A_reference_is_not_used_for_another_report()
    {
        Assert.Equal(["reference-reused"], State(Report, Opened(At(24.01), Alleged("a1", Assault))).Breached());
        Assert.Empty(State(Report, Opened(At(23), Alleged("a1", Assault))).Breached());
        Assert.Empty(State(Report, Opened(Month(2019, 3), Alleged("a1", Assault))).Breached());
    }

    [Fact]
    public void A_breach_names_the_version_in_force_when_the_report_was_made()
    {
        DateTimeOffset march = new(2026, 3, 31, 22, 59, 59, TimeSpan.Zero);
        AuditCore.Recording.Breach before = Overdue(march);
        Assert.Equal(("from-2015-04", "not available"), (before.Version, before.Rule.Citation.Paragraph));
        AuditCore.Recording.Breach after = Overdue(march.AddSeconds(1));
        Assert.Equal(("2026-27", "Crime Recording General Rules, \"When to record?\", page 10"), (after.Version, after.Rule.Citation.Paragraph));
    }

    [Fact]
    public void Before_April_2015_there_is_no_N100_to_miss()
    {
        DateTimeOffset then = new(2015, 3, 31, 22, 0, 0, TimeSpan.Zero);
        IncidentState state = State(Opened(Instant(then), Alleged("a1", Rape)));
        Assert.Empty(Breaches.At(state, new PublishedReference(), then.AddHours(72)));
        AuditCore.Recording.Breach overdue = Assert.Single(Breaches.At(state, new PublishedReference(), then.AddHours(73)));
        Assert.Equal(("report-unanswered", "before-2015-04"), (overdue.Rule.Id, overdue.Version));
    }

    private static AuditCore.Recording.Breach Overdue(DateTimeOffset reported) => Assert.Single(
        Breaches.At(State(Opened(Instant(reported), Alleged("a1", Assault))), new PublishedReference(), reported.AddHours(25)));
}
