using AuditCore.Estimation;

namespace AuditCore.Tests.Estimation;

public class MantelHaenszelTests
{
    /// <summary>
    /// Admissions to Berkeley by sex and department (Bickel, Hammel and O'Connell 1975), as R's documentation of mantelhaen.test estimates
    /// them: 0.9046968, 0.7719074 to 1.0603298.
    /// </summary>
    [Fact]
    public void The_common_ratio_of_the_Berkeley_admissions_is_that_of_R()
    {
        FourfoldTable[] departments =
        [
            new(512, 313, 89, 19), new(353, 207, 17, 8), new(120, 205, 202, 391), new(138, 279, 131, 244), new(53, 138, 94, 299), new(22, 351, 24, 317),
        ];
        OddsRatioEstimate ratio = MantelHaenszel.Of(departments);

        Assert.Equal(OddsRatioMethod.MantelHaenszel, ratio.Method);
        Assert.Equal(0.9046968, ratio.OddsRatio!.Value, 0.5e-7);
        Assert.Equal(0.7719074, ratio.Lower!.Value, 0.5e-7);
        Assert.Equal(1.0603298, ratio.Upper!.Value, 0.5e-7);
        Assert.Equal(0.2162150, ratio.PValue!.Value, 1e-6);
        // Within departments there is no difference; all departments together there seems to be one.
        OddsRatioEstimate pooled = MantelHaenszel.Of([new(1198, 1493, 557, 1278)]);
        Assert.Equal(1.84108, pooled.OddsRatio!.Value, 1e-5);
    }

    [Fact]
    public void One_table_gives_its_own_ratio_with_the_interval_of_Woolf()
    {
        OddsRatioEstimate ratio = MantelHaenszel.Of([new(10, 20, 30, 40)]);

        double error = Math.Sqrt((1 / 10d) + (1 / 20d) + (1 / 30d) + (1 / 40d));
        Vectors.Near(400d / 600, ratio.OddsRatio!.Value, 1e-14);
        Vectors.Near(400d / 600 * Math.Exp(-1.959963984540054 * error), ratio.Lower!.Value, 1e-9);
    }

    [Fact]
    public void A_level_that_never_falls_short_has_the_exact_upper_end_of_its_margins()
    {
        // Given the margins, P(a = 0) = 2/(2 + θ): 0.025 at θ = 78, and 2/3 at θ = 1.
        OddsRatioEstimate ratio = MantelHaenszel.Of([new(0, 1, 1, 1)]);

        Assert.Equal((OddsRatioMethod.ConditionalExact, 0, 0), (ratio.Method, ratio.OddsRatio, ratio.Lower));
        Vectors.Near(78, ratio.Upper!.Value, 1e-9);
        Assert.Equal(1, ratio.PValue);
    }

    [Fact]
    public void A_level_that_always_falls_short_has_no_upper_end_and_no_infinite_number()
    {
        OddsRatioEstimate ratio = MantelHaenszel.Of([new(8, 0, 3, 20), new(5, 0, 1, 9)]);

        Assert.Equal((OddsRatioMethod.ConditionalExact, null, null), (ratio.Method, ratio.OddsRatio, ratio.Upper));
        // P(every a at its highest | θ) by the weights of each table, summed here one by one.
        Vectors.Near(0.025, Highest(8, 23, 11, ratio.Lower!.Value) * Highest(5, 10, 6, ratio.Lower.Value), 1e-9);
        Vectors.Near(2 * Highest(8, 23, 11, 1) * Highest(5, 10, 6, 1), ratio.PValue!.Value, 1e-12);
    }

    [Fact]
    public void Large_margins_neither_overflow_nor_take_long()
    {
        OddsRatioEstimate ratio = MantelHaenszel.Of([new(0, 400_000, 90_000, 1_000_000)]);

        Assert.Equal(0, ratio.OddsRatio);
        Assert.InRange(ratio.Upper!.Value, 1e-6, 1e-3);
        Assert.Equal(0, ratio.PValue!.Value, 1e-12);
    }

    [Fact]
    public void Without_both_kinds_on_both_sides_of_any_class_there_is_no_ratio()
    {
        Assert.Equal(OddsRatioMethod.None, MantelHaenszel.Of([]).Method);
        OddsRatioEstimate none = MantelHaenszel.Of([new(0, 5, 0, 9), new(3, 2, 0, 0), new(0, 0, 0, 0)]);
        Assert.Equal(new OddsRatioEstimate { Method = OddsRatioMethod.None }, none);
        Assert.Throws<ArgumentException>(() => MantelHaenszel.Of([new(-1, 1, 1, 1)]));
    }

    private static double Highest(int level, int rest, int fallen, double odds)
    {
        double Weight(int a) => Choose(level, a) * Choose(rest, fallen - a) * Math.Pow(odds, a);
        int[] possible = [.. Enumerable.Range(Math.Max(0, fallen - rest), Math.Min(level, fallen) - Math.Max(0, fallen - rest) + 1)];
        return Weight(possible[^1]) / possible.Sum(Weight);
    }

    private static double Choose(int n, int k) => Enumerable.Range(1, k).Aggregate(1d, (product, i) => product * (n - k + i) / i);
}
