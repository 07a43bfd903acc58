using AuditCore.Recording;
using CrimeAudit.V1;
using static AuditCore.Tests.Recording.Told;
using Change = CrimeAudit.V1.IncidentUpdate.ChangeOneofCase;

namespace AuditCore.Tests.Recording;

public sealed class UpdateOrderTests
{
    [Fact]
    public void At_the_same_time_changes_are_read_by_rank()
    {
        Change[] ranks =
        [
            Change.Opened, Change.Reopened, Change.Recoded, Change.QualifiersChanged, Change.CrimeAlleged, Change.RecordingDelayed,
            Change.CrimeRecorded, Change.CrimeReclassified, Change.CrimeCancelled, Change.ReportedIncidentRecorded, Change.CrimeNotRecorded,
            Change.Closed, Change.Withdrawn,
        ];
        LoggedUpdate[] log = Log(
            Withdrawn(At(0), "none"),
            Closed(At(0)),
            NotRecorded(At(0), "a1"),
            ReportedIncident(At(0), "100/01"),
            Cancelled(At(0), "c1"),
            Reclassified(At(0), "c1", Burglary),
            Recorded(At(0), "c1", Assault),
            Delayed(At(0), "a1"),
            Allege(At(0), Alleged("a1", Assault)),
            Qualified(At(0), "vulnerable"),
            Recoded(At(0), "assault"),
            Reopened(At(0)),
            Opened(At(0)));
        Assert.Equal(ranks, InOrder(log).Select(u => u.ChangeCase));
        Assert.Equal(Enum.GetValues<Change>().Except([Change.None]).Order(), ranks.Order());
    }

    [Fact]
    public void What_happened_earlier_is_read_earlier_whatever_arrived_first() =>
        Assert.Equal(["r001", "r002", "r000"], RequestIds(Recoded(At(2), "c"), Recoded(At(0), "a"), Recoded(At(1), "b")));

    [Fact]
    public void At_the_same_time_the_senders_sequence_decides_and_those_without_come_last() =>
        Assert.Equal(
            ["b", "a", "c"],
            RequestIds(
                Opened(At(0)).By("storm", "c"), Recoded(At(0), "x").By("storm", "a", 2), Closed(At(0)).By("storm", "b", 1)));

    [Fact]
    public void At_the_same_time_and_rank_sender_then_request_id_decide_ordinally() =>
        Assert.Equal(
            ["B", "a", "A"],
            RequestIds(Recoded(At(0), "x").By("storm", "A"), Recoded(At(0), "y").By("niche", "a"), Recoded(At(0), "z").By("niche", "B")));

    [Fact]
    public void A_nanosecond_counts()
    {
        EventTime later = At(0);
        later.Time.Nanos = 1;
        Assert.Equal(["r001", "r000"], RequestIds(Opened(later), Closed(At(0))));
    }

    private static IEnumerable<string> RequestIds(params IncidentUpdate[] updates) => InOrder(Log(updates)).Select(u => u.Sender.RequestId);

    private static IEnumerable<IncidentUpdate> InOrder(LoggedUpdate[] log) => log.Order(UpdateOrder.Instance).Select(u => u.Update);
}
