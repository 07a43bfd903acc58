using AuditCore.Estimation;

namespace AuditCore.Tests.Estimation;

public class BenjaminiHochbergTests
{
    /// <summary>The fifteen p-values of Benjamini and Hochberg 1995, §4; adjusted as by R's p.adjust.</summary>
    [Fact]
    public void The_example_of_the_paper_rejects_four_of_fifteen_in_whatever_order()
    {
        double[] published =
        [
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0,
        ];
        double[] expected =
        [
            0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.06385714285714286, 0.06385714285714286, 0.0645, 0.0765, 0.486,
            0.58118181818181818, 0.714875, 0.75323076923076923, 0.81321428571428571, 1,
        ];

        Assert.All(BenjaminiHochberg.Adjust(published).Zip(expected), pair => Vectors.Near(pair.Second, pair.First, 1e-14));
        Assert.Equal(4, BenjaminiHochberg.Adjust(published).Count(p => p < 0.05));
        Assert.Equal(BenjaminiHochberg.Adjust(published), BenjaminiHochberg.Adjust([.. published.Reverse()]).Reverse());
    }

    [Fact]
    public void What_has_no_p_is_not_of_the_family()
    {
        Assert.Equal([0.02, null, 0.04], BenjaminiHochberg.AdjustKnown([0.01, null, 0.04]));
        Assert.Empty(BenjaminiHochberg.Adjust([]));
        Assert.Throws<ArgumentException>(() => BenjaminiHochberg.Adjust([double.NaN]));
        Assert.Throws<ArgumentException>(() => BenjaminiHochberg.Adjust([1.1]));
    }
}
