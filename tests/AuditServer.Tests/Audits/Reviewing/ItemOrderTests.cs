using AuditServer.Audits;
using AuditServer.Audits.Reviews;
using AuditServer.Tests.Support;
using CrimeAudit.V1;

namespace AuditServer.Tests.Audits.Reviewing;

/// <summary>Walks an item into each state, and tries every step there.</summary>
public sealed class ItemOrderTests(FeatureServer server) : IClassFixture<FeatureServer>
{
    private static readonly string[] Reviewers = ["anna", "bert", "cleo"];

    // A call says what it does; what it comes to, by ticket and finding, makes several moves of one.
    private static readonly Dictionary<string, ItemMove> Moves = new()
    {
        [ItemSteps.Pass] = ItemMove.Passed,
        [ItemSteps.Fail] = ItemMove.Failed,
        [ItemSteps.Unavailable] = ItemMove.FoundUnavailable,
        [ItemSteps.UnavailableToReviewer] = ItemMove.FoundUnavailable,
        [ItemSteps.Accept] = ItemMove.Accepted,
        [ItemSteps.Dispute] = ItemMove.Disputed,
        [ItemSteps.Reconsider] = ItemMove.ReconsideredFail,
        [ItemSteps.Arbitrate] = ItemMove.ArbitratedFail,
        [ItemSteps.Reopen] = ItemMove.Reopened,
    };

    /// <summary>Each state, the shares reviewed twice and again as passes, and the steps that lead there.</summary>
    public static TheoryData<ItemState, double, double, string[]> States => new()
    {
        { ItemState.AwaitingReview, 0, 0, [] },
        { ItemState.AwaitingSecondReview, 1, 0, [ItemSteps.Fail] },
        { ItemState.AwaitingPassReview, 0, 1, [ItemSteps.Pass] },
        { ItemState.Split, 1, 0, [ItemSteps.Fail, ItemSteps.Pass] },
        { ItemState.WithForce, 0, 0, [ItemSteps.Fail] },
        { ItemState.Disputed, 0, 0, [ItemSteps.Fail, ItemSteps.Dispute] },
        { ItemState.Upheld, 0, 0, [ItemSteps.Fail, ItemSteps.Dispute, ItemSteps.Reconsider] },
        { ItemState.InArbitration, 0, 0, [ItemSteps.Fail, ItemSteps.Dispute, ItemSteps.Reconsider, ItemSteps.Dispute] },
        { ItemState.Reopened, 0, 0, [ItemSteps.Pass, ItemSteps.Reopen] },
        { ItemState.Settled, 0, 0, [ItemSteps.Fail, ItemSteps.Accept] },
        { ItemState.Unavailable, 0, 0, [ItemSteps.Unavailable] },
    };

    [Fact]
    public void No_state_is_left_out() => Assert.Equal(ReviewProgresses.States.Order(), States.Select(s => s.Data.Item1).Order());

    [Theory]
    [MemberData(nameof(States))]
    public async Task What_is_not_in_the_table_is_refused_with_the_state_as_far_as_the_caller_may_know_it(
        ItemState state, double secondShare, double passShare, string[] steps)
    {
        string id = $"order-{(int)state}";
        await server.SubmitAsync(Given.Reports(1, id));
        var audit = new Inspection(server, id);
        AuditPlan plan = Given.Plan(SeedSource.Witnessed, (id, 0));
        plan.ReviewPolicy = new ReviewPolicy { SecondReviewShare = secondShare, PassReviewShare = passShare };
        string unit = (await audit.DrawnAsync(plan, Reviewers))[0].UnitId;
        var items = new ItemSteps(server, id);
        for (int i = 0; i < steps.Length; i++)
        {
            await items.TakeAsync(steps[i], unit, $"step-{i}", await ReviewerOfAsync(audit));
            await audit.Assign($"assign-{i}", Reviewers);
        }

        SampleItem item = (await audit.ItemsAsync())[0];
        Assert.Equal(state, item.State);
        string reviewer = await ReviewerOfAsync(audit);
        foreach (string step in ItemSteps.All.Where(s => !IsAllowed(state, s)))
        {
            FeatureServer.Refusal? refusal = await items.RefusalOfAsync(step, unit, $"try {step}", reviewer);
            Assert.NotNull(refusal);
            Assert.Equal((step, Expected(item, step, reviewer)), (step, (refusal.Reason, refusal.State)));
        }

        Assert.Equal(item, (await audit.ItemsAsync())[0]);
    }

    /// <summary>Two reviewers may differ or agree, so one move of a review stands for all of them.</summary>
    private static bool IsAllowed(ItemState state, string step) =>
        ItemTransitions.All.ContainsKey((state, step == ItemSteps.Fail ? ItemMove.Passed : Moves[step]));

    private static (string Reason, string State) Expected(SampleItem item, string step, string reviewer)
    {
        bool isTold = item.ResponseDue is not null || item.History.Any(h => h.Kind is ItemStepKind.Accepted or ItemStepKind.Disputed);
        switch (step)
        {
            case ItemSteps.Accept or ItemSteps.Dispute when !isTold:
                return ("UNKNOWN_SAMPLE_ITEM", "");
            case ItemSteps.UnavailableToReviewer when item.Reviewed:
            case ItemSteps.Pass or ItemSteps.Fail or ItemSteps.Reconsider when item.History.Any(h => h.Actor == reviewer && h.Review is not null):
                return ("ALREADY_REVIEWED", "REVIEWED");
            case ItemSteps.Reconsider when item.State is ItemState.AwaitingSecondReview or ItemState.AwaitingPassReview:
                // One who is to review blind: that somebody has, and passed it, is not told.
                return ("AUDIT_STATE", ItemTransitions.NameOf(ItemState.AwaitingReview));
            default:
                return ("AUDIT_STATE", ItemTransitions.NameOf(item.State));
        }
    }

    /// <summary>Somebody to whom the item is given and who has not judged it; where there is nobody, who judged it last.</summary>
    private static async Task<string> ReviewerOfAsync(Inspection audit)
    {
        SampleItem item = (await audit.ItemsAsync())[0];
        return item.AssignedTo.Except(item.History.Select(h => h.Actor)).FirstOrDefault() ?? item.AssignedTo[^1];
    }
}
