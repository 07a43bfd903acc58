using AuditCore.Recording;
using AuditCore.Recording.Rules;
using CrimeAudit.V1;
using static AuditCore.Tests.Recording.Told;

namespace AuditCore.Tests.Recording;

public sealed class PresumptionTests
{
    private const string DomesticAbuse = "presumed:domestic-abuse";

    private static readonly IncidentUpdate Domestic = Reported(At(0), "domestic-incident", ReporterKind.Victim);

    [Theory]
    [InlineData("Concern for Safety", ReporterKind.ProfessionalThirdParty, "", "presumed:professional-concern")]
    [InlineData("Concern for Safety", ReporterKind.Witness, "", "")]
    [InlineData("CONCERN_FOR_SAFETY", ReporterKind.Witness, "honour-based-incident", "presumed:honour-based-abuse")]
    [InlineData("Missing Person", ReporterKind.ParentOrCarer, "vulnerable-child-young-person", "presumed:child-at-risk")]
    [InlineData("Missing Person", ReporterKind.Witness, "vulnerable-child-young-person", "")]
    [InlineData("Animals/Wildlife", ReporterKind.Victim, "dog-bite", "presumed:dangerous-dog")]
    [InlineData("Animals/Wildlife", ReporterKind.Victim, "", "")]
    [InlineData("Rape", ReporterKind.Anonymous, "", "presumed:rape")]
    [InlineData("messages", ReporterKind.Victim, "modern-slavery", "presumed:modern-slavery")]
    [InlineData("asb-nuisance", ReporterKind.ProfessionalThirdParty, "", "")]
    [InlineData("", ReporterKind.Unspecified, "", "")]
    public void Code_qualifier_and_reporter_presume_a_crime(string code, ReporterKind reporter, string qualifier, string expected)
    {
        IncidentState state = State(Reported(At(0), code, reporter, qualifier.Length == 0 ? [] : [qualifier]));
        Assert.Equal(expected, string.Join(' ', state.PresumedCrimes.Select(p => p.Alleged.AllegedRef)));
        Assert.Empty(state.AllegedCrimes);
    }

    [Fact]
    public void A_presumed_crime_has_the_clock_of_the_report_and_names_what_presumes_it()
    {
        AllegedCrimeFold crime = State(Domestic).Crime(DomesticAbuse);
        Assert.Equal("domestic-abuse", crime.PresumedBy!.Id);
        Assert.Equal(Nine.AddHours(24), crime.Deadline);
        Assert.True(crime.IsOverdue(Nine.AddHours(25)));
    }

    [Fact]
    public void A_crime_record_a_named_N_code_or_a_recorded_reason_answers_it()
    {
        Assert.Equal(["presumed:domestic-abuse Recorded c1"], State(Domestic, Recorded(At(1), "c1", Burglary)).Presumed());
        Assert.Equal(["presumed:domestic-abuse NotRecorded"], State(Domestic, NotRecorded(At(1), DomesticAbuse)).Presumed());
        Assert.Equal(
            ["presumed:domestic-abuse ReportedIncident 300/06"], State(Domestic, ReportedIncident(At(1), "300/06", DomesticAbuse)).Presumed());
        Assert.Equal(["presumed:domestic-abuse Cancelled c1"], State(Domestic, Recorded(At(1), "c1", Assault), Cancelled(At(2), "c1")).Presumed());
    }

    [Fact]
    public void A_record_that_answers_a_presumed_crime_is_not_unmatched() =>
        Assert.Equal([DomesticAbuse], State(Domestic, Recorded(At(1), "c1", Burglary)).Record("c1").AllegedRefs);

    [Fact]
    public void Closing_recoding_and_taking_a_qualifier_back_answer_nothing()
    {
        IncidentState state = State(
            Reported(At(0), "domestic-incident", ReporterKind.Victim, "domestic-abuse"),
            Recoded(At(1), "civil-disputes"), Qualified(At(1)), Closed(At(2), "civil-disputes"));
        Assert.Equal(["presumed:domestic-abuse Open"], state.Presumed());
    }

    [Fact]
    public void A_sign_told_by_mistake_is_withdrawn()
    {
        IncidentState state = State(
            Reported(At(0), "messages", ReporterKind.Victim).By("storm", "s1"),
            Recoded(At(1), "domestic-incident").By("storm", "s2"),
            Withdrawn(At(2), "s2").By("storm", "s3"));
        Assert.Empty(state.PresumedCrimes);
    }

    [Fact]
    public void What_only_a_later_change_says_has_the_clock_of_that_change()
    {
        IncidentState state = State(Reported(At(0), "messages", ReporterKind.Victim), Recoded(At(100), "domestic-incident"));
        Assert.Equal(Nine.AddHours(124), state.Crime(DomesticAbuse).Deadline);
    }

    [Fact]
    public void Signs_add_up_over_time()
    {
        IncidentState state = State(
            Reported(At(0), "concern-for-safety", ReporterKind.Victim), Qualified(At(5), "injury"), Recoded(At(9), "animals"), Qualified(At(9)));
        Assert.Equal(["presumed:dangerous-dog Open"], state.Presumed());
        Assert.Equal(Nine.AddHours(33), state.Crime("presumed:dangerous-dog").Deadline);
    }

    [Fact]
    public void A_crime_that_the_force_alleges_takes_the_place_of_the_presumed_one()
    {
        IncidentUpdate report = Reported(At(0), "domestic-incident", ReporterKind.Victim);
        report.Opened.AllegedCrimes.Add(Alleged("a1", Burglary));
        Assert.Empty(State(report).PresumedCrimes);
        Assert.Empty(State(Domestic, Allege(At(24), Alleged("a1", Assault))).PresumedCrimes);
    }

    [Fact]
    public void And_the_clock_that_had_started_with_the_report()
    {
        IncidentState state = State(Domestic, Allege(At(20), Alleged("a2", Burglary)), Allege(At(8), Alleged("a1", Assault)));
        Assert.Empty(state.PresumedCrimes);
        Assert.Equal(Nine.AddHours(24), state.Crime("a1").Deadline);
        Assert.True(state.Crime("a1").IsOverdue(Nine.AddHours(24).AddSeconds(1)));
        Assert.Equal(Nine.AddHours(44), state.Crime("a2").Deadline);
    }

    [Fact]
    public void A_crime_alleged_nobody_knows_when_takes_the_presumed_ones_place_only_if_it_was_before_that_was_due()
    {
        IncidentUpdate[] later = [Allege(Month(2019, 4), Alleged("a1", Assault)), Allege(Day(2019, 2, 5), Alleged("a1", Assault))];
        Assert.All(later, l => Assert.Equal(["presumed:domestic-abuse Open"], State(Domestic, l).Presumed()));
        IncidentState sameDay = State(Domestic, Allege(Day(2019, 2, 4), Alleged("a1", Assault)));
        Assert.Empty(sameDay.PresumedCrimes);
        Assert.Equal(Nine.AddHours(24), sameDay.Crime("a1").Deadline);
    }

    [Fact]
    public void A_report_of_which_only_the_day_is_known_takes_no_deadline_from_what_is_alleged_after_it()
    {
        IncidentState state = State(Reported(Day(2019, 2, 4), "domestic-incident", ReporterKind.Victim), Allege(At(30), Alleged("a1", Assault)));
        Assert.Empty(state.PresumedCrimes);
        Assert.Equal(Nine.AddHours(54), state.Crime("a1").Deadline);
    }

    [Fact]
    public void A_further_report_under_the_reference_presumes_with_its_own_clock_and_reporter()
    {
        IncidentState state = State(
            Reported(At(0), "concern-for-safety", ReporterKind.Witness),
            Reported(At(30), "messages", ReporterKind.ProfessionalThirdParty, "honour-based-abuse").By("protect", "p1"));
        Assert.Equal(["presumed:honour-based-abuse Open"], state.Presumed());
        Assert.Equal(Nine.AddHours(54), state.Crime("presumed:honour-based-abuse").Deadline);
        IncidentUpdate professional = Reported(At(30), "messages", ReporterKind.ProfessionalThirdParty).By("protect", "p1");
        Assert.Equal(["presumed:professional-concern Open"], State(Reported(At(0), "concern-for-safety", ReporterKind.Witness), professional).Presumed());
    }

    [Fact]
    public void A_crime_alleged_once_the_presumed_one_is_due_does_not_put_the_clock_back()
    {
        IncidentState state = State(Domestic, Allege(At(25), Alleged("a1", Assault)), Recorded(At(26), "c1", Assault));
        Assert.Equal(["presumed:domestic-abuse Recorded c1"], state.Presumed());
        Assert.Equal(Timeliness.Late, state.Crime(DomesticAbuse).Timeliness);
        Assert.Equal(Timeliness.InTime, state.Crime("a1").Timeliness);
    }

    [Fact]
    public void An_allegation_of_another_group_leaves_a_presumed_rape_open()
    {
        IncidentUpdate report = Reported(At(0), "rape", ReporterKind.Victim);
        report.Opened.AllegedCrimes.Add(Alleged("a1", Assault));
        Assert.Equal(["presumed:rape Open"], State(report, Recorded(At(1), "c1", Assault)).Presumed());
        Assert.Equal(["presumed:rape Recorded c2"], State(report, Recorded(At(1), "c1", Assault), Recorded(At(2), "c2", SexualAssault)).Presumed());
    }

    [Fact]
    public void A_record_reclassified_into_the_group_presumed_answers_it() =>
        Assert.Equal(
            ["presumed:rape Recorded c1"],
            State(Reported(At(0), "rape", ReporterKind.Victim), Recorded(At(1), "c1", Assault), Reclassified(At(2), "c1", Rape)).Presumed());

    [Fact]
    public void Signs_that_say_the_same_presume_one_crime()
    {
        IncidentState state = State(Reported(At(0), "violence", ReporterKind.ProfessionalThirdParty, "domestic-abuse", "vulnerable"));
        Assert.Single(state.PresumedCrimes);
    }

    [Fact]
    public void Modern_slavery_is_presumed_beside_another_crime_and_answered_by_its_own_record_only()
    {
        IncidentUpdate report = Reported(At(0), "violence", ReporterKind.Victim, "modern-slavery");
        Assert.Equal(["presumed:modern-slavery Open", "presumed:violence Recorded c1"], State(report, Recorded(At(1), "c1", Assault)).Presumed());
        Assert.Equal(
            ["presumed:modern-slavery Recorded c2", "presumed:violence Recorded c1"],
            State(report, Recorded(At(1), "c1", Assault), Recorded(At(2), "c2", "036/06")).Presumed());
    }

    [Fact]
    public void A_reported_incident_of_rape_that_names_nothing_answers_an_alleged_rape_before_a_presumed_one()
    {
        IncidentUpdate report = Reported(At(0), "rape", ReporterKind.Victim);
        Assert.Equal(["presumed:rape ReportedIncident 100/01"], State(report, ReportedIncident(At(1), "100/01")).Presumed());
        IncidentState late = State(report, Allege(At(30), Alleged("a1", Rape)), ReportedIncident(At(31), "100/01"));
        Assert.Equal("ReportedIncident 100/01", late.AnswerTo("a1"));
        Assert.Equal(["presumed:rape Open"], late.Presumed());
    }

    [Fact]
    public void Nothing_is_presumed_of_a_report_that_is_awaited_or_of_a_direct_crime()
    {
        Assert.Empty(State(Recoded(At(0), "rape"), Qualified(At(0), "domestic-abuse")).PresumedCrimes);
        IncidentUpdate direct = Recorded(At(1), "c1", Assault);
        direct.CrimeRecorded.Direct = true;
        Assert.Empty(State(direct).PresumedCrimes);
        Assert.Equal(["presumed:domestic-abuse Open"], State(Domestic, direct).Presumed());
    }

    [Fact]
    public void A_report_of_which_only_the_month_is_known_presumes_a_crime_without_a_deadline()
    {
        IncidentState state = State(Reported(Month(2019, 2), "domestic-incident", ReporterKind.Victim));
        Assert.Null(state.Crime(DomesticAbuse).Deadline);
        Assert.Equal(Timeliness.Unknown, State(
            Reported(Month(2019, 2), "domestic-incident", ReporterKind.Victim), Recorded(At(1), "c1", Assault)).Crime(DomesticAbuse).Timeliness);
    }

    [Fact]
    public void Every_presumption_can_be_met_alone()
    {
        foreach (Presumption presumption in RuleBook.Published.For(Nine).Presumptions)
        {
            foreach (PresumptionCondition when in presumption.When)
            {
                IncidentState state = State(Reported(
                    At(0),
                    when.OpeningCodes.FirstOrDefault("messages"),
                    when.ReporterKinds.FirstOrDefault(ReporterKind.Witness),
                    [.. when.Qualifiers.Take(1)]));
                Assert.Equal(presumption.Crime.AllegedRef, Assert.Single(state.PresumedCrimes).Alleged.AllegedRef);
            }
        }
    }
}
