using AuditServer.Audits;
using AuditServer.Audits.Reviews;
using AuditServer.Errors;
using CrimeAudit.V1;

namespace AuditServer.Tests.Audits.Reviewing;

public sealed class ItemTransitionsTests
{
    public static TheoryData<ItemState> States => [.. ReviewProgresses.States];

    [Theory]
    [MemberData(nameof(States))]
    public void What_is_not_in_the_table_is_refused_with_the_state(ItemState state)
    {
        var item = new SampleItemRow(0, 1, "kent/storm/1", "1") { State = state };
        foreach (ItemMove move in Enum.GetValues<ItemMove>())
        {
            if (ItemTransitions.All.TryGetValue((state, move), out ItemState next))
            {
                Assert.Equal(next, ItemTransitions.After(item, move));
                continue;
            }

            Fault refused = Assert.Throws<Fault>(() => ItemTransitions.After(item, move));
            Assert.Equal((ErrorReason.AuditState, ItemTransitions.NameOf(state)), (refused.Reason, refused.Precondition!.Value.Type));
        }
    }

    [Fact]
    public void Every_state_is_reached_and_all_but_the_unavailable_can_be_left()
    {
        ItemState[] reached = [.. ItemTransitions.All.Values.Append(ItemState.AwaitingReview).Distinct().Order()];
        Assert.Equal(ReviewProgresses.States.Order(), reached);
        ItemState[] left = [.. ItemTransitions.All.Keys.Select(k => k.From).Append(ItemState.Unavailable).Distinct().Order()];
        Assert.Equal(ReviewProgresses.States.Order(), left);
    }

    [Fact]
    public void Progress_counts_each_state_apart()
    {
        var progress = new ReviewProgress();
        foreach ((ItemState state, int i) in ReviewProgresses.States.Select((s, i) => (s, i + 1)))
        {
            progress.Add(state, i);
        }

        Assert.Equal(Enumerable.Range(1, 11).Select(i => (long)i), ReviewProgresses.States.Select(progress.In));
        Assert.Equal(66 - 10 - 11, progress.Unsettled());
    }
}
