using AuditCore.Recording;
using CrimeAudit.V1;
using static AuditCore.Tests.Recording.Told;

namespace AuditCore.Tests.Recording;

public sealed class MatchingTests
{
    [Fact]
    public void A_record_answers_the_allegations_that_it_names()
    {
        IncidentState state = State(
            Opened(At(0), Alleged("a1", Assault), Alleged("a2", Burglary, "v2"), Alleged("a3", Assault)),
            Recorded(At(1), "c1", Assault, "v1", "a1", "a2"));
        Assert.Equal("Recorded c1", state.AnswerTo("a1"));
        Assert.Equal("Recorded c1", state.AnswerTo("a2"));
        Assert.Equal("Open", state.AnswerTo("a3"));
        Assert.Equal(["a1", "a2"], state.Record("c1").AllegedRefs);
    }

    [Fact]
    public void A_record_that_names_nothing_answers_the_same_victim_and_group_with_the_earliest_deadline()
    {
        IncidentState state = State(
            Opened(At(2), Alleged("a1", Assault)),
            Allege(At(1), Alleged("a2", Assault)),
            Allege(At(0), Alleged("a3", Assault, "v2")),
            Allege(At(0), Alleged("a4", Burglary)),
            Recorded(At(3), "c1", Wounding));
        Assert.Equal(["Open", "Recorded c1", "Open", "Open"], ((string[])["a1", "a2", "a3", "a4"]).Select(state.AnswerTo));
    }

    [Fact]
    public void Records_that_name_nothing_answer_one_allegation_each()
    {
        IncidentState state = State(
            Opened(At(0), Alleged("a1", Assault), Alleged("a2", Assault)), Recorded(At(1), "c2", Assault), Recorded(At(2), "c1", Assault));
        Assert.Equal("Recorded c2", state.AnswerTo("a1"));
        Assert.Equal("Recorded c1", state.AnswerTo("a2"));
    }

    [Fact]
    public void A_record_that_names_an_allegation_comes_before_an_earlier_one_that_names_none()
    {
        IncidentState state = State(
            Opened(At(0), Alleged("a1", Assault), Alleged("a2", Assault)),
            Recorded(At(1), "c1", Assault),
            Recorded(At(2), "c2", Assault, "v1", "a1"));
        Assert.Equal("Recorded c2", state.AnswerTo("a1"));
        Assert.Equal("Recorded c1", state.AnswerTo("a2"));
    }

    [Fact]
    public void A_record_that_finds_no_allegation_is_unmatched()
    {
        IncidentState state = State(Opened(At(0), Alleged("a1", Assault)), Recorded(At(1), "c1", Burglary), Recorded(At(1), "c2", Assault, "v2"));
        Assert.Equal("Open", state.AnswerTo("a1"));
        Assert.All(state.CrimeRecords, r => Assert.Empty(r.AllegedRefs));
    }

    [Fact]
    public void A_record_of_unknown_group_matches_nothing_by_itself()
    {
        IncidentUpdate recorded = Recorded(At(1), "c1", "", "v1");
        recorded.CrimeRecorded.Offence = new Offence { Category = "Violence and sexual offences" };
        IncidentUpdate opened = Opened(At(0), Alleged("a1", Assault));
        opened.Opened.AllegedCrimes[0].Offence = recorded.CrimeRecorded.Offence;
        Assert.Equal("Open", State(opened, recorded).AnswerTo("a1"));
    }

    [Fact]
    public void A_record_that_names_an_allegation_nobody_made_is_unmatched_until_it_is_made()
    {
        IncidentUpdate[] told = [Opened(At(0), Alleged("a1", Assault)), Recorded(At(1), "c1", Assault, "v1", "a2")];
        Assert.Equal("Open", State(told).AnswerTo("a1"));
        Assert.Empty(State(told).Record("c1").AllegedRefs);
        Assert.Equal("Recorded c1", State([.. told, Allege(At(2), Alleged("a2", Assault))]).AnswerTo("a2"));
    }

    [Fact]
    public void A_direct_record_answers_no_allegation_that_it_does_not_name()
    {
        IncidentUpdate direct = Recorded(At(1), "c1", Assault);
        direct.CrimeRecorded.Direct = true;
        Assert.Equal("Open", State(Opened(At(0), Alleged("a1", Assault)), direct).AnswerTo("a1"));
    }

    [Fact]
    public void A_cancelled_duplicate_leaves_the_allegation_to_the_record_that_stands()
    {
        IncidentState state = State(
            Opened(At(0), Alleged("a1", Assault)), Recorded(At(1), "c1", Assault), Recorded(At(2), "c2", Assault), Cancelled(At(3), "c1"));
        Assert.Equal("Recorded c2", state.AnswerTo("a1"));
        Assert.Empty(state.Record("c1").AllegedRefs);
    }

    [Fact]
    public void A_cancelled_record_answers_what_no_standing_record_does()
    {
        IncidentState state = State(
            Opened(At(0), Alleged("a1", Assault), Alleged("a2", Assault)),
            Recorded(At(1), "c1", Assault),
            Recorded(At(2), "c2", Assault),
            Cancelled(At(3), "c1"));
        Assert.Equal("Recorded c2", state.AnswerTo("a1"));
        Assert.Equal("Cancelled c1", state.AnswerTo("a2"));
    }

    [Fact]
    public void A_cancelled_record_that_names_an_allegation_gives_way_to_a_standing_one_that_names_it_too()
    {
        IncidentState state = State(
            Opened(At(0), Alleged("a1", Assault)),
            Recorded(At(1), "c1", Assault, "v1", "a1"),
            Recorded(At(2), "c2", Assault, "v1", "a1"),
            Cancelled(At(3), "c1"));
        Assert.Equal("Recorded c2", state.AnswerTo("a1"));
    }

    [Fact]
    public void A_reclassification_into_another_group_keeps_the_answer()
    {
        IncidentState state = State(
            Opened(At(0), Alleged("a1", Assault)), Recorded(At(1), "c1", Assault), Reclassified(At(2), "c1", Burglary));
        Assert.Equal("Recorded c1", state.AnswerTo("a1"));
        Assert.Equal(Burglary, state.Record("c1").Offence.Code);
    }

    [Fact]
    public void A_second_reclassification_keeps_the_answer_that_the_first_one_gave()
    {
        IncidentState state = State(
            Opened(At(0), Alleged("a1", Assault)),
            Recorded(At(1), "c1", Burglary),
            Reclassified(At(2), "c1", Assault),
            Reclassified(At(3), "c1", Burglary));
        Assert.Equal("Recorded c1", state.AnswerTo("a1"));
    }

    [Fact]
    public void A_reclassification_into_the_group_alleged_answers_it()
    {
        IncidentUpdate[] told = [Opened(At(0), Alleged("a1", Assault)), Recorded(At(1), "c1", Burglary)];
        Assert.Equal("Open", State(told).AnswerTo("a1"));
        Assert.Equal("Recorded c1", State([.. told, Reclassified(At(2), "c1", Assault)]).AnswerTo("a1"));
    }

    [Fact]
    public void The_group_as_recorded_comes_before_the_group_now()
    {
        IncidentState state = State(
            Opened(At(1), Alleged("a1", Assault)),
            Allege(At(0), Alleged("a2", Burglary)),
            Recorded(At(2), "c1", Assault),
            Reclassified(At(3), "c1", Burglary));
        Assert.Equal("Recorded c1", state.AnswerTo("a1"));
        Assert.Equal("Open", state.AnswerTo("a2"));
    }

    [Fact]
    public void A_reclassified_record_takes_no_allegation_from_one_recorded_in_its_group()
    {
        IncidentState state = State(
            Opened(At(0), Alleged("a1", Assault)),
            Recorded(At(1), "c1", Burglary),
            Recorded(At(2), "c2", Assault),
            Reclassified(At(3), "c1", Assault));
        Assert.Equal("Recorded c2", state.AnswerTo("a1"));
    }

    [Fact]
    public void An_N_code_answers_the_allegations_that_it_names()
    {
        IncidentState state = State(
            Opened(At(0), Alleged("a1", Assault), Alleged("a2", Assault)), ReportedIncident(At(1), "200/01", "a2"));
        Assert.Equal("Open", state.AnswerTo("a1"));
        Assert.Equal("ReportedIncident 200/01", state.AnswerTo("a2"));
    }

    [Fact]
    public void A_reported_incident_of_rape_that_names_nothing_answers_the_open_rape_with_the_earliest_deadline()
    {
        IncidentState state = State(
            Opened(At(2), Alleged("a1", Rape)),
            Allege(At(1), Alleged("a2", Rape, "v2")),
            Allege(At(0), Alleged("a3", SexualAssault)),
            Allege(At(0), Alleged("a4", Rape, "v3")),
            Recorded(At(3), "c1", Rape, "v3", "a4"),
            ReportedIncident(At(3), "100/01"));
        Assert.Equal(["Open", "ReportedIncident 100/01", "Open", "Recorded c1"], ((string[])["a1", "a2", "a3", "a4"]).Select(state.AnswerTo));
    }

    [Fact]
    public void Reported_incidents_of_rape_answer_one_allegation_each()
    {
        IncidentState state = State(
            Opened(At(0), Alleged("a1", Rape), Alleged("a2", Rape), Alleged("a3", Rape)),
            ReportedIncident(At(1), "100/02"),
            ReportedIncident(At(2), "100/01"),
            ReportedIncident(At(3), "100/03", "a1"));
        Assert.Equal(
            ["ReportedIncident 100/03", "ReportedIncident 100/02", "ReportedIncident 100/01"],
            ((string[])["a1", "a2", "a3"]).Select(state.AnswerTo));
    }

    [Fact]
    public void A_reported_incident_of_rape_may_be_about_a_category_of_sexual_offences()
    {
        IncidentUpdate opened = Opened(At(0), Alleged("a1", Rape), Alleged("a2", Rape));
        opened.Opened.AllegedCrimes[0].Offence = new Offence { Category = "Violence and sexual offences" };
        opened.Opened.AllegedCrimes[1].Offence = new Offence { Category = "Sexual offences" };
        IncidentState state = State(opened, ReportedIncident(At(1), "100/01"), ReportedIncident(At(2), "100/01"));
        Assert.Equal("Open", state.AnswerTo("a1"));
        Assert.Equal("ReportedIncident 100/01", state.AnswerTo("a2"));
    }

    [Theory]
    [InlineData("200/01")]
    [InlineData("300/01")]
    public void Another_N_code_that_names_nothing_answers_nothing_and_is_shown(string code)
    {
        IncidentState state = State(Opened(At(0), Alleged("a1", Rape), Alleged("a2", Assault)), ReportedIncident(At(1), code));
        Assert.Equal(["Open", "Open"], state.AllegedCrimes.Select(a => $"{a.Answer}"));
        Assert.Equal([code], state.ReportedIncidents);
    }

    [Fact]
    public void A_decision_not_to_record_answers_what_it_names_and_a_delay_answers_nothing()
    {
        IncidentState state = State(
            Opened(At(0), Alleged("a1", Assault), Alleged("a2", Assault)), NotRecorded(At(1), "a1"), Delayed(At(1), "a2"));
        Assert.Equal("NotRecorded", state.AnswerTo("a1"));
        Assert.Equal("Open", state.AnswerTo("a2"));
    }

    [Fact]
    public void What_names_nothing_that_was_told_is_shown_until_it_is_told()
    {
        IncidentUpdate[] told =
        [
            Opened(At(0), Alleged("a1", Assault)), NotRecorded(At(1), "a-1"), Delayed(At(1), "a2", "presumed:rape"), Cancelled(At(2), "c1"),
            Recorded(At(3), "c2", Assault, "v1", "a3"), Reclassified(At(3), "c3", Wounding), ReportedIncident(At(4), "300/06", "a1", "a4"),
        ];
        Assert.Equal(["a-1", "a2", "a3", "a4", "presumed:rape"], State(told).UnmatchedAllegedRefs);
        Assert.Equal(["c1", "c3"], State(told).UnmatchedCrimeRefs);
        IncidentState later = State([.. told, Allege(At(5), Alleged("a2", Rape)), Recorded(At(1), "c1", Assault, "v9")]);
        Assert.Equal(["a-1", "a3", "a4", "presumed:rape"], later.UnmatchedAllegedRefs);
        Assert.Equal(["c3"], later.UnmatchedCrimeRefs);
    }

    [Fact]
    public void A_crime_outweighs_an_N_code_and_that_a_decision_not_to_record()
    {
        IncidentUpdate[] told = [Opened(At(0), Alleged("a1", Rape)), NotRecorded(At(1), "a1")];
        Assert.Equal("NotRecorded", State([.. told, ReportedIncident(At(2), "100/01")]).AnswerTo("a1"));
        told = [.. told, ReportedIncident(At(2), "100/01", "a1")];
        Assert.Equal("ReportedIncident 100/01", State(told).AnswerTo("a1"));
        told = [.. told, Recorded(At(3), "c1", Rape)];
        Assert.Equal("Recorded c1", State(told).AnswerTo("a1"));
        Assert.Equal("Cancelled c1", State([.. told, Cancelled(At(4), "c1")]).AnswerTo("a1"));
    }
}
