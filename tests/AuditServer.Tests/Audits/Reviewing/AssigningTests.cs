using AuditCore.Sampling;
using AuditServer.Audits;
using AuditServer.Audits.Reviews;
using CrimeAudit.V1;

namespace AuditServer.Tests.Audits.Reviewing;

public sealed class AssigningTests
{
    private static readonly string[] Four = ["anna", "bert", "cleo", "dan"];

    [Fact]
    public void Loads_differ_by_one_at_most_and_nobody_is_given_an_item_twice()
    {
        Assigned given = Give(Audit(0.3), Items(103), Four);
        long[] loads = [.. given.Shares.Select(s => s.Given)];
        Assert.InRange(loads.Max() - loads.Min(), 0, 1);
        Assert.Equal(0, given.Unassigned);
        SampleItemRow[] twice = [.. given.Changed.Where(i => i.SecondReviewer is not null)];
        Assert.InRange(twice.Length, 15, 50);
        Assert.All(twice, i => Assert.NotEqual(i.FirstReviewer, i.SecondReviewer));
        Assert.Equal(103 + twice.Length, loads.Sum());
    }

    [Fact]
    public void The_first_reviews_go_round_in_ticket_order()
    {
        Assigned given = Give(Audit(0), Items(6), Four);
        Assert.Equal(["anna", "bert", "cleo", "dan", "anna", "bert"], given.Changed.Select(i => i.FirstReviewer!));
    }

    [Fact]
    public void Given_again_the_same_comes_out_and_what_was_given_stays()
    {
        Audit audit = Audit(0.2);
        SampleItemRow[] items = Items(50);
        Assigned one = Give(audit, items, Four);
        Assert.Equal(one.Changed, Give(audit, items, Four).Changed);
        Assert.Empty(Give(audit, Merge(items, one), ["eve"]).Changed);
    }

    [Fact]
    public void A_reviewer_alone_leaves_the_second_reviews_to_somebody_else()
    {
        Audit audit = Audit(1);
        SampleItemRow[] items = Items(10);
        Assigned one = Give(audit, items, ["anna"]);
        Assert.Equal((10, 10), (one.Shares[0].Given, one.Unassigned));
        Assigned two = Give(audit, Merge(items, one), ["anna", "bert"]);
        Assert.Equal((10, 0), (two.Shares[1].Given, two.Unassigned));
        Assert.All(two.Changed, i => Assert.Equal(("anna", "bert"), (i.FirstReviewer, i.SecondReviewer)));
    }

    [Fact]
    public void A_released_reviewer_loses_what_is_open_and_keeps_what_is_done()
    {
        Audit audit = Audit(1);
        SampleItemRow done = Items(2)[0] with { State = ItemState.AwaitingSecondReview, ReviewEntry = 7, FirstReviewer = "anna", SecondReviewer = "bert" };
        SampleItemRow open = Items(2)[1] with { FirstReviewer = "anna", SecondReviewer = "bert" };
        var hands = new Dictionary<SampleItemRow, IReadOnlySet<string>> { [done] = new HashSet<string> { "anna" } };
        Assigned given = new Assigning(audit, [done, open], hands).Give(["cleo", "dan"], ["anna"]);
        Assert.Equal([("cleo", "bert")], given.Changed.Select(i => (i.FirstReviewer!, i.SecondReviewer!)));
    }

    [Fact]
    public void Who_judged_a_disputed_item_does_not_reconsider_it()
    {
        SampleItemRow disputed = Items(1)[0] with { State = ItemState.Disputed, ReviewEntry = 7, FirstReviewer = "anna" };
        var hands = new Dictionary<SampleItemRow, IReadOnlySet<string>> { [disputed] = new HashSet<string> { "anna", "bert" } };
        Assert.Equal("cleo", new Assigning(Audit(0), [disputed], hands).Give(["anna", "bert", "cleo"], []).Changed.Single().LaterReviewer);
        Assert.Equal(1, new Assigning(Audit(0), [disputed], hands).Give(["anna", "bert"], []).Unassigned);
    }

    [Theory]
    [InlineData(0.05)]
    [InlineData(0.1)]
    [InlineData(0.5)]
    public void The_share_reviewed_twice_is_about_the_share_asked_for(double share)
    {
        Audit audit = Audit(share);
        int chosen = Enumerable.Range(0, 20_000).Count(i => Chosen(audit, $"kent/storm/{i}"));
        // Five standard errors.
        double error = 5 * Math.Sqrt(share * (1 - share) * 20_000);
        Assert.InRange(chosen, (20_000 * share) - error, (20_000 * share) + error);
        Assert.True(Chosen(Audit(1), "kent/storm/1"));
        Assert.False(Chosen(Audit(0), "kent/storm/1"));
    }

    private static bool Chosen(Audit audit, string unitId) => ReviewTickets.AsksForSecond(audit.Plan, audit.Seed.Seed, unitId);

    private static Assigned Give(Audit audit, SampleItemRow[] items, string[] reviewers) =>
        new Assigning(audit, items, new Dictionary<SampleItemRow, IReadOnlySet<string>>()).Give(reviewers, []);

    private static SampleItemRow[] Items(int number) =>
        [.. Enumerable.Range(1, number).Select(i => new SampleItemRow(0, i, $"kent/storm/{i}", $"{i}"))];

    private static SampleItemRow[] Merge(SampleItemRow[] items, Assigned given) =>
        [.. items.Select(i => given.Changed.SingleOrDefault(c => c.Position == i.Position) ?? i)];

    private static Audit Audit(double secondShare) => new()
    {
        AuditId = "a",
        Plan = new AuditPlan { ReviewPolicy = new ReviewPolicy { SecondReviewShare = secondShare, PassReviewShare = 0 } },
        Seed = new SeedStatus { Seed = "314159" },
    };
}
