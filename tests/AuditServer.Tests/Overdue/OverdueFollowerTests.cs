using AuditServer.Overdue;
using AuditServer.Overdue.Watching;
using CrimeAudit.V1;

namespace AuditServer.Tests.Overdue;

public sealed class OverdueFollowerTests
{
    internal static readonly OverdueRow Crime = new()
    {
        IncidentId = 1,
        AllegedRef = "a1",
        Force = "kent",
        SourceSystem = "storm",
        Ref = "r1",
        DeadlineMicros = 1_200,
        OffenceCode = "005/02",
    };

    private static readonly OverdueResolution Recorded = new(AllegedCrimeAnswer.Recorded, "c1", NotRecordedReason.Unspecified);

    [Fact]
    public void A_crime_that_comes_within_the_time_asked_about_is_listed_and_then_its_deadline_passes_once()
    {
        OverdueFollower follower = Follow(new WatchPoint(5, 1_000), within: 100);
        Assert.Empty(Near(follower, 1_000, 1_050));
        Assert.Equal([new OverdueChange(OverdueChangeKind.Listed, Crime)], Near(follower, 1_050, 1_150));
        Assert.Empty(Near(follower, 1_150, 1_200));
        Assert.Equal([new OverdueChange(OverdueChangeKind.Passed, Crime)], Near(follower, 1_200, 1_201));
        Assert.Empty(Near(follower, 1_201, 1_300));
    }

    [Fact]
    public void What_is_told_of_the_time_before_the_list_is_not_told_again()
    {
        OverdueFollower follower = Follow(new WatchPoint(6, 1_500), within: 0, Crime);
        Assert.Empty(Near(follower, 1_000, 1_300));
        Assert.Empty(follower.Take(Told(new WatchPoint(5, 1_300), new WatchPoint(6, 1_400), [], [Crime])));
        Assert.Equal(
            [new OverdueChange(OverdueChangeKind.Resolved, Crime, Recorded)],
            follower.Take(Told(new WatchPoint(6, 1_500), new WatchPoint(7, 1_500), [Crime], [])));
    }

    [Fact]
    public void What_was_answered_before_the_list_was_read_is_not_resolved_again()
    {
        OverdueFollower follower = Follow(new WatchPoint(6, 1_500), within: 0);
        Assert.Empty(follower.Take(Told(new WatchPoint(5, 1_300), new WatchPoint(6, 1_400), [Crime], [])));
    }

    [Fact]
    public void A_crime_that_became_known_after_its_deadline_is_listed_and_one_known_before_has_passed()
    {
        OverdueFollower follower = Follow(new WatchPoint(5, 1_000), within: 0);
        var from = new WatchPoint(5, 1_000);
        var to = new WatchPoint(6, 1_300);
        Assert.Equal([new OverdueChange(OverdueChangeKind.Passed, Crime)], follower.Take(Told(from, to, [], [Crime])));
        OverdueRow late = Crime with { AllegedRef = "late" };
        Assert.Equal([new OverdueChange(OverdueChangeKind.Listed, late)], follower.Take(Told(from, to, [], [late], "late")));
    }

    [Fact]
    public void A_listed_crime_of_which_more_became_known_is_listed_again_and_one_of_which_nothing_did_is_not()
    {
        OverdueFollower follower = Follow(new WatchPoint(5, 1_300), within: 0, Crime);
        OverdueRow graver = Crime with { Urgency = 50 };
        Assert.Equal(
            [new OverdueChange(OverdueChangeKind.Listed, graver)],
            follower.Take(Told(new WatchPoint(5, 1_300), new WatchPoint(6, 1_300), [Crime], [graver])));
        Assert.Empty(follower.Take(Told(new WatchPoint(6, 1_300), new WatchPoint(7, 1_400), [graver], [graver])));
    }

    [Fact]
    public void A_crime_that_nobody_alleges_any_more_is_resolved_by_nothing()
    {
        OverdueFollower follower = Follow(new WatchPoint(5, 1_300), within: 0, Crime);
        IncidentTold gone = Told(new WatchPoint(5, 1_300), new WatchPoint(6, 1_300), [Crime], []) with
        {
            Standing = new Dictionary<string, OverdueResolution>(),
        };
        Assert.Equal([new OverdueChange(OverdueChangeKind.Resolved, Crime, OverdueResolution.Gone)], follower.Take(gone));
    }

    private static OverdueFollower Follow(WatchPoint listed, int within, params OverdueRow[] list) =>
        new(Kent.Filter(TimeSpan.FromMicroseconds(within)), list, listed);

    private static IReadOnlyList<OverdueChange> Near(OverdueFollower follower, long from, long to) =>
        follower.Take(new DeadlineNeared(Crime, new WatchPoint(5, from), new WatchPoint(5, to)));

    private static IncidentTold Told(WatchPoint from, WatchPoint to, OverdueRow[] before, OverdueRow[] after, params string[] late) => new("kent", from, to)
    {
        IncidentId = 1,
        Before = before,
        After = after,
        Late = late.ToHashSet(),
        Standing = new Dictionary<string, OverdueResolution> { ["a1"] = Recorded },
    };
}
