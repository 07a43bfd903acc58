using AuditServer.Rates;

namespace AuditServer.Tests.Rates;

public sealed class MonthSplitTests
{
    private static readonly MonthRange Asked = new(201_701, 201_912);

    [Fact]
    public void Every_month_is_in_one_range_and_those_that_moved_are_in_moving_ones()
    {
        var random = new Random(2_019);
        for (int i = 0; i < 1_000; i++)
        {
            int share = random.Next(11);
            MonthMark[] now = [.. Months().Where(_ => random.Next(10) < share).Select(m => new MonthMark(m, random.Next(1, 3)))];
            Dictionary<int, long> before = now.Where(_ => random.Next(5) > 0).ToDictionary(m => m.Month, m => (long)random.Next(1, 3));
            MonthSplit split = MonthSplit.Of(Asked, now, before);
            Assert.All(Months(), m => Assert.Single(split.Still.Concat(split.Moving), r => r.Contains(m)));
            Assert.All(now, m => Assert.Equal(
                before.TryGetValue(m.Month, out long was) && was == m.Changes, split.Still.Any(r => r.Contains(m.Month))));
        }
    }

    [Fact]
    public void Nothing_moved_where_nothing_is_known_of_before()
    {
        MonthSplit split = MonthSplit.Of(Asked, [new MonthMark(201_801, 1), new MonthMark(201_802, 1)], before: null);
        Assert.Equal([Asked], split.Still);
        Assert.Empty(split.Moving);
    }

    [Fact]
    public void Months_without_a_count_stand_still() => Assert.Equal([Asked], MonthSplit.Of(Asked, [], new Dictionary<int, long>()).Still);

    private static IEnumerable<int> Months() => Enumerable.Range(Asked.First, Asked.Last - Asked.First + 1);
}
