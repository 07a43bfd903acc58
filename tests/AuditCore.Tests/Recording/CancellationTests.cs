using AuditCore.Recording;
using CrimeAudit.V1;
using static AuditCore.Tests.Recording.Told;

namespace AuditCore.Tests.Recording;

public sealed class CancellationTests
{
    private static readonly IncidentUpdate Report = Opened(At(0), Alleged("a1", Assault));

    [Fact]
    public void A_cancelled_record_is_shown_with_its_reason()
    {
        IncidentState state = State(Report, Recorded(At(1), "c1", Assault), Cancelled(At(2), "c1"));
        Assert.Equal("Cancelled c1", state.AnswerTo("a1"));
        Assert.Equal(Timeliness.Unspecified, state.Crime("a1").Timeliness);
        Assert.Equal(CancellationReason.C3Duplicate, state.Record("c1").Cancelled);
    }

    [Fact]
    public void A_cancellation_of_which_only_the_day_is_known_holds_for_a_record_of_that_day()
    {
        IncidentState state = State(Report, Recorded(At(5), "c1", Assault), Cancelled(Day(2019, 2, 4), "c1"));
        Assert.Equal("Cancelled c1", state.AnswerTo("a1"));
    }

    [Fact]
    public void Telling_a_record_twice_does_not_reinstate_it_after_a_cancellation_read_before_it()
    {
        IncidentState state = State(
            Report, Cancelled(Day(2019, 2, 4), "c1"), Recorded(At(5), "c1", Assault), Recorded(At(6), "c1", Assault, "v1", "a1"));
        Assert.Equal("Cancelled c1", state.AnswerTo("a1"));
    }

    [Fact]
    public void Another_system_telling_of_the_same_recording_does_not_reinstate_the_record()
    {
        IncidentState state = State(
            Report,
            Recorded(At(1), "c1", Assault).By("niche", "n1"),
            Cancelled(At(2), "c1").By("niche", "n2"),
            Recorded(At(1), "c1", Assault).By("hub", "h1"));
        Assert.Equal("Cancelled c1", state.AnswerTo("a1"));
    }

    [Fact]
    public void Recording_a_cancelled_record_again_reinstates_it_with_its_first_time()
    {
        IncidentState state = State(Report, Recorded(At(1), "c1", Assault), Cancelled(At(2), "c1"), Recorded(At(50), "c1", Assault));
        Assert.Equal("Recorded c1", state.AnswerTo("a1"));
        Assert.Equal(Timeliness.InTime, state.Crime("a1").Timeliness);
        Assert.Equal(At(1), state.Record("c1").RecordedTime);
        Assert.Equal(CancellationReason.Unspecified, state.Record("c1").Cancelled);
    }

    [Fact]
    public void A_reinstated_record_can_be_cancelled_again()
    {
        IncidentState state = State(
            Report, Recorded(At(1), "c1", Assault), Cancelled(At(2), "c1"), Recorded(At(3), "c1", Assault), Cancelled(At(4), "c1"));
        Assert.Equal("Cancelled c1", state.AnswerTo("a1"));
    }

    [Fact]
    public void A_cancellation_of_a_record_nobody_told_of_waits_for_it()
    {
        IncidentUpdate[] told = [Report, Cancelled(At(2), "c1")];
        Assert.Empty(State(told).CrimeRecords);
        Assert.Equal("Open", State(told).AnswerTo("a1"));
        Assert.Equal("Cancelled c1", State([.. told, Recorded(At(1), "c1", Assault)]).AnswerTo("a1"));
    }

    [Fact]
    public void A_withdrawn_update_counts_for_nothing_and_is_named()
    {
        IncidentState state = State(
            Report.Clone().By("storm", "s1"), Recorded(At(1), "c1", Assault).By("niche", "n1"), Withdrawn(At(2), "n1").By("niche", "n2"));
        Assert.Equal("Open", state.AnswerTo("a1"));
        Assert.Empty(state.CrimeRecords);
        Assert.Equal([1L], state.WithdrawnEntries);
    }

    [Fact]
    public void A_withdrawn_update_told_anew_under_another_request_id_counts_again()
    {
        IncidentState state = State(
            Report.Clone().By("storm", "s1"),
            Recorded(At(1), "c1", Assault).By("niche", "n1"),
            Withdrawn(At(2), "n1").By("niche", "n2"),
            Recorded(At(1), "c1", Assault).By("niche", "n3"));
        Assert.Equal("Recorded c1", state.AnswerTo("a1"));
    }

    [Fact]
    public void A_system_withdraws_what_it_sent_itself_only()
    {
        IncidentState state = State(
            Report.Clone().By("storm", "x1"), Recorded(At(1), "c1", Assault).By("niche", "x2"), Withdrawn(At(2), "x2").By("storm", "x3"));
        Assert.Equal("Recorded c1", state.AnswerTo("a1"));
        Assert.Empty(state.WithdrawnEntries);
    }

    [Fact]
    public void A_withdrawal_cannot_be_withdrawn()
    {
        IncidentState state = State(
            Report.Clone().By("storm", "s1"),
            Recorded(At(1), "c1", Assault).By("niche", "n1"),
            Withdrawn(At(2), "n1").By("niche", "n2"),
            Withdrawn(At(3), "n2").By("niche", "n3"));
        Assert.Empty(state.CrimeRecords);
        Assert.Equal([1L], state.WithdrawnEntries);
    }

    [Fact]
    public void A_withdrawal_that_comes_first_holds_for_what_it_names()
    {
        IncidentState state = State(
            Withdrawn(At(2), "n1").By("niche", "n2"), Recorded(At(1), "c1", Assault).By("niche", "n1"), Report.Clone().By("storm", "s1"));
        Assert.Empty(state.CrimeRecords);
        Assert.Equal([1L], state.WithdrawnEntries);
    }
}
