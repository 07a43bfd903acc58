using AuditCore.Recording;
using AuditCore.Recording.Rules;
using CrimeAudit.V1;
using static AuditCore.Tests.Recording.Told;

namespace AuditCore.Tests.Recording.Scenarios;

/// <summary>Cases such as inspectors found them, months later and from a sample; here the records say so at once.</summary>
public sealed class PublishedCasesTests
{
    private static readonly PublishedReference Reference = new();

    [Fact]
    public void The_forced_marriage_that_nobody_recorded_heads_the_list_a_day_later()
    {
        IncidentState marriage = State(
            Reported(At(0), "Concern for Safety", ReporterKind.Victim, "honour-based-incident", "suicide-risk"),
            Closed(At(3), "Concern for Safety"));
        Assert.Empty(marriage.AllegedCrimes);
        Assert.Equal(["presumed:honour-based-abuse Open"], marriage.Presumed());
        Assert.Equal(["closed-unanswered presumed:honour-based-abuse"], marriage.BreachesAt(23));
        Assert.Equal(
            ["report-unanswered presumed:honour-based-abuse", "closed-unanswered presumed:honour-based-abuse"], marriage.BreachesAt(25));

        IncidentState[] others =
        [
            State(Opened(At(-20), Alleged("burglary", Burglary))),
            State(Opened(At(-100), Alleged("assault", Assault))),
            State(Opened(At(-1), Alleged("rape", Rape))),
        ];
        Assert.Equal(["presumed:honour-based-abuse", "rape", "assault", "burglary"], WorstFirst([marriage, .. others], 25));
        Assert.Equal(["presumed:honour-based-abuse Recorded c1"], State(
            Reported(At(0), "Concern for Safety", ReporterKind.Victim, "honour-based-incident"), Recorded(At(4), "c1", "036/05")).Presumed());
    }

    [Fact]
    public void The_dog_that_bit_a_man_is_a_crime_and_no_matter_of_wildlife()
    {
        IncidentUpdate report = Reported(At(0), "Animals/Wildlife", ReporterKind.Victim, "dog-bite");
        IncidentState dog = State(report, Closed(At(1), "Animals/Wildlife"));
        Assert.Equal("008/21", dog.Crime("presumed:dangerous-dog").Alleged.Offence.Code);
        Assert.Equal(["closed-unanswered presumed:dangerous-dog"], dog.Breached());
        Assert.Equal(["presumed:dangerous-dog Recorded c1"], State(report, Recorded(At(20), "c1", "008/21")).Presumed());
    }

    [Fact]
    public void The_actual_bodily_harm_written_off_as_an_accident_stays_open_until_somebody_answers_for_it()
    {
        IncidentUpdate[] told = [Opened(At(0), Alleged("a1", Assault)), Closed(At(6), "accident")];
        Assert.Equal("Open", State(told).AnswerTo("a1"));
        Assert.Equal(["report-unanswered a1", "closed-unanswered a1"], State(told).BreachesAt(30));

        told = [.. told, NotRecorded(At(40), "a1", NotRecordedReason.NoNotifiableCrime)];
        Assert.Equal(["victim-told-of-decision a1"], State(told).BreachesAt(50));
        Assert.Equal(
            "Tell them, and send the decision again with the time at which they were told.", Breaches.Of(State(told), Reference)[0].Rule.Remedy);
    }

    [Fact]
    public void The_child_whose_teacher_reported_needs_nobody_to_confirm()
    {
        IncidentUpdate report = Reported(At(0), "Concern for Safety", ReporterKind.ProfessionalThirdParty, "vulnerable-child-young-person");
        IncidentState waiting = State(report, Delayed(At(2), "presumed:child-at-risk"));
        Assert.Equal(["report-unanswered presumed:child-at-risk", "delay-overseen presumed:child-at-risk"], waiting.BreachesAt(25));

        IncidentState declined = State(report, NotRecorded(At(30), "presumed:child-at-risk", NotRecordedReason.VictimDidNotConfirm, At(30)));
        Assert.Equal(["third-party-acts-for-victim presumed:child-at-risk"], declined.Breached());
    }

    [Fact]
    public void The_rape_recorded_as_something_else_needs_an_N100_or_a_crime_of_rape()
    {
        IncidentUpdate report = Opened(At(0), Alleged("a1", Rape));
        IncidentState misclassified = State(report, Recorded(At(2), "c1", SexualAssault, "v1", "a1"));
        Assert.Equal("Recorded c1", misclassified.AnswerTo("a1"));
        Assert.Equal(["rape-needs-n100 a1 c1"], misclassified.Breached());

        IncidentUpdate putRight = Reclassified(At(50), "c1", Rape);
        putRight.CrimeReclassified.DeciderKind = DeciderKind.ForceCrimeRegistrar;
        Assert.Empty(State(report, Recorded(At(2), "c1", SexualAssault, "v1", "a1"), putRight).Breached());
    }

    [Fact]
    public void The_crime_cancelled_before_the_victim_knew_is_a_breach_whenever_she_is_told_later()
    {
        IncidentUpdate[] told = [Opened(At(0), Alleged("a1", Assault)), Recorded(At(2), "c1", Assault)];
        IncidentUpdate untold = Cancelled(
            At(90), "c1", CancellationReason.C2AdditionalVerifiableInformation, DeciderKind.DesignatedDecisionMaker);
        Assert.Equal(["cancellation-victim-told c1"], State([.. told, untold]).Breached());
        untold.CrimeCancelled.VictimInformedTime = At(91);
        Assert.Equal(["cancellation-victim-told c1"], State([.. told, untold]).Breached());
        untold.CrimeCancelled.VictimInformedTime = At(89);
        Assert.Empty(State([.. told, untold]).Breached());
    }

    private static IEnumerable<string> WorstFirst(IncidentState[] states, double hours) =>
        states.SelectMany(s => DueCrimes.Of(s, Reference, RuleBook.Published.Urgency, Nine.AddHours(hours), TimeSpan.Zero))
            .Order(DueCrimes.WorstFirst).Select(d => d.Crime.Alleged.AllegedRef);
}
