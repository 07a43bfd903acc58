using AuditCore.Estimation;

namespace AuditCore.Tests.Estimation;

public class CaseBoundsTests
{
    [Fact]
    public void Undecided_reports_count_whole_or_not_at_all_and_missing_ones_as_the_largest()
    {
        UnsettledStratum one = new("one", 100, [new(1, 1), new(2, 1), new(0, 0)], [1, 0], Unavailable: 1);
        UnsettledStratum other = new("other", 40, [new(1, 0), new(1, 1)], [], Unavailable: 0);
        CaseBounds bounds = CaseBounds.Of([one, other]);

        // m is 6 and 2: weights of 100/6 and 20; the missing report has 2 crimes.
        double required = (100 / 6d * (3 + 1 + 2)) + (20 * 2);
        Vectors.Near(((100 / 6d * 2) + 20) / required, bounds.Worst!.Value, 1e-14);
        Vectors.Near(((100 / 6d * (2 + 3)) + 20) / required, bounds.Best!.Value, 1e-14);
    }

    [Fact]
    public void With_everything_decided_both_are_the_estimate()
    {
        UnsettledStratum settled = new("s", 9, [new(1, 1), new(2, 1), new(0, 0)], [], 0);
        Assert.Equal(new CaseBounds(2d / 3, 2d / 3), CaseBounds.Of([settled]));
    }

    [Fact]
    public void What_cannot_be_had_does_not_stand_for_a_stratum_of_which_nothing_is_reviewed()
    {
        Assert.Equal(new CaseBounds(null, null), CaseBounds.Of([new("s", 9, [], [], Unavailable: 2)]));
    }

    [Fact]
    public void A_force_wide_rate_is_at_its_worst_where_every_group_is()
    {
        CaseBounds bounds = CaseBounds.ForceWide([(100, new(0.5, 0.8)), (300, new(0.75, 1)), (0, new(null, null))]);

        Vectors.Near(400 / (200 + 400d), bounds.Worst!.Value, 1e-14);
        Vectors.Near(400 / (125 + 300d), bounds.Best!.Value, 1e-14);
        Assert.Equal(0, CaseBounds.ForceWide([(100, new(0, 0.8)), (300, new(0.75, 1))]).Worst);
        Assert.Equal(new CaseBounds(null, null), CaseBounds.ForceWide([(100, new(null, null)), (300, new(0.75, 1))]));
    }
}
