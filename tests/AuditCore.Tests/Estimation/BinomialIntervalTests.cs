using System.Text.Json;
using AuditCore.Estimation;

namespace AuditCore.Tests.Estimation;

public class BinomialIntervalTests
{
    [Fact]
    public void Wilson_and_Clopper_Pearson_agree_with_R()
    {
        foreach (JsonElement c in Vectors.Read("binomial.json").EnumerateArray())
        {
            (int k, int n) = (c.GetProperty("recorded").GetInt32(), c.GetProperty("required").GetInt32());
            Agree(c, "wilson95", BinomialIntervals.Wilson(k, n));
            Agree(c, "clopper_pearson95", BinomialIntervals.ClopperPearson(k, n));
        }
    }

    [Theory]
    [InlineData(0, 1, 0.5)]
    [InlineData(1, 1, 0.999999)]
    [InlineData(int.MaxValue, int.MaxValue, 0.95)]
    [InlineData(0, int.MaxValue, 0.95)]
    [InlineData(1_000_000_000, int.MaxValue, 0.999999)]
    public void Extreme_counts_and_levels_still_give_an_interval_that_holds_the_rate(int recorded, int required, double level)
    {
        foreach (Interval interval in new[] { BinomialIntervals.Wilson(recorded, required, level), BinomialIntervals.ClopperPearson(recorded, required, level) })
        {
            Assert.True(interval.Contains((double)recorded / required));
            Assert.InRange(interval.Lower, 0, 1);
            Assert.InRange(interval.Upper, 0, 1);
        }
    }

    [Fact]
    public void Every_bad_count_is_named_at_once()
    {
        ArgumentException e = Assert.Throws<ArgumentException>(() => BinomialIntervals.Wilson(-1, 0, double.NaN));

        Assert.Contains("required is 0", e.Message, StringComparison.Ordinal);
        Assert.Contains("recorded is -1", e.Message, StringComparison.Ordinal);
        Assert.Contains("level is NaN", e.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => BinomialIntervals.ClopperPearson(8, 7));
    }

    private static void Agree(JsonElement c, string key, Interval actual)
    {
        Vectors.Near(c.GetProperty(key)[0].GetDouble(), actual.Lower, Vectors.Tight, $"{c} {key}");
        Vectors.Near(c.GetProperty(key)[1].GetDouble(), actual.Upper, Vectors.Tight, $"{c} {key}");
    }
}
