using AuditCore.Recording;
using CrimeAudit.V1;
using static AuditCore.Tests.Recording.Told;

namespace AuditCore.Tests.Recording;

public sealed class UnrecordedReasonsTests
{
    [Fact]
    public void A_report_of_which_nothing_was_recorded_has_its_reasons_each_once() => Assert.Equal(
        [NotRecordedReason.Duplicate, NotRecordedReason.TestOrTraining],
        Of(
            Opened(At(0), Alleged("a1", Assault), Alleged("a2", Burglary, "v2"), Alleged("a3", Rape, "v3")),
            NotRecorded(At(1), "a1", NotRecordedReason.TestOrTraining),
            NotRecorded(At(1), "a2", NotRecordedReason.Duplicate),
            NotRecorded(At(1), "a3", NotRecordedReason.TestOrTraining)));

    [Fact]
    public void A_report_that_has_an_open_crime_a_record_or_an_N_code_has_none()
    {
        IncidentUpdate report = Opened(At(0), Alleged("a1", Assault), Alleged("a2", Rape, "v2"));
        IncidentUpdate duplicate = NotRecorded(At(1), "a1", NotRecordedReason.Duplicate);
        Assert.Empty(Of(report, duplicate));
        Assert.Empty(Of(report, duplicate, ReportedIncident(At(2), "100/01", "a2")));
        Assert.Empty(Of(report, duplicate, NotRecorded(At(2), "a2", NotRecordedReason.Duplicate), Recorded(At(3), "c1", Burglary, "v9")));
        Assert.Empty(Of(Reported(At(0), "noise", ReporterKind.Victim)));
    }

    [Fact]
    public void Reported_incidents_are_known_by_the_request_that_told_them()
    {
        IncidentState state = State(
            Opened(At(0), Alleged("a1", Rape)), ReportedIncident(At(1), "100/02").By("niche", "n-1"), ReportedIncident(At(2), "200/01").By("niche", "n-2"));
        Assert.Equal(
            [("niche", "n-1", true), ("niche", "n-2", false)],
            state.ReportedIncidentRecords.Select(r => (r.SourceSystem, r.RequestId, r.IsOfRape)));
        Assert.Equal(["100/02", "200/01"], state.ReportedIncidents);
    }

    private static IReadOnlyList<NotRecordedReason> Of(params IncidentUpdate[] updates) => UnrecordedReasons.Of(State(updates));
}
