using AuditCore.Recording;
using CrimeAudit.V1;
using static AuditCore.Tests.Recording.Told;

namespace AuditCore.Tests.Recording;

public sealed class ReportTests
{
    [Fact]
    public void An_incident_known_from_later_facts_awaits_its_report()
    {
        IncidentState state = State(Recorded(At(1), "c1", Assault), Recoded(At(2), "assault"));
        Assert.Equal(IncidentStatus.AwaitingReport, state.Status);
        Assert.Null(state.ReportedTime);
        Assert.Equal("assault", state.OpeningCode);
        Assert.Equal("c1", Assert.Single(state.CrimeRecords).CrimeRef);
    }

    [Fact]
    public void A_report_that_arrives_last_is_answered_by_what_came_before()
    {
        IncidentState state = State(Closed(At(3), "crime"), Recorded(At(1), "c1", Assault), Opened(At(0), Alleged("a1", Assault)));
        Assert.Equal(IncidentStatus.Closed, state.Status);
        Assert.Equal(At(0), state.ReportedTime);
        Assert.Equal("Recorded c1", state.AnswerTo("a1"));
    }

    [Fact]
    public void A_crime_recorded_directly_is_its_own_report()
    {
        IncidentUpdate direct = Recorded(At(1), "c1", Assault);
        direct.CrimeRecorded.Direct = true;
        IncidentState state = State(direct);
        Assert.Equal(IncidentStatus.DirectCrime, state.Status);
        Assert.Equal(At(1), state.ReportedTime);
    }

    [Fact]
    public void A_closed_incident_can_be_reopened_and_recoded_months_later()
    {
        IncidentUpdate[] told =
        [
            Opened(At(0), Alleged("a1", Assault)),
            Closed(At(1), "no-crime"),
            Reopened(At(24 * 100)),
            Recoded(At(24 * 100), "domestic"),
            Recorded(At((24 * 100) + 1), "c1", Assault),
        ];
        IncidentState reopened = State(told);
        Assert.Equal(IncidentStatus.Open, reopened.Status);
        Assert.Equal("domestic", reopened.OpeningCode);
        Assert.Equal("", reopened.ClosingCode);
        Assert.Equal(Timeliness.Late, reopened.Crime("a1").Timeliness);

        IncidentState closed = State([.. told, Closed(At(24 * 101), "crime")]);
        Assert.Equal(IncidentStatus.Closed, closed.Status);
        Assert.Equal("crime", closed.ClosingCode);
    }

    [Fact]
    public void Qualifiers_are_those_told_last_each_once_in_order()
    {
        IncidentState state = State(
            Opened(At(0)), Qualified(At(2), "vulnerable", "domestic-abuse", "vulnerable"), Qualified(At(1), "mental-health"));
        Assert.Equal(["domestic-abuse", "vulnerable"], state.Qualifiers);
    }

    [Fact]
    public void An_incident_without_updates_is_none() =>
        Assert.Throws<ArgumentException>(() => IncidentFold.Of([], new PublishedReference()));
}
