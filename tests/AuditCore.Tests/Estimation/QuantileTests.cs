using AuditCore.Estimation;

namespace AuditCore.Tests.Estimation;

/// <summary>Quantiles against closed forms, where there are some.</summary>
public class QuantileTests
{
    [Theory]
    [InlineData(0.5)]
    [InlineData(0.95)]
    [InlineData(0.999999)]
    public void Student_t_has_its_closed_forms_at_one_and_two_degrees(double level)
    {
        Vectors.Near(Math.Tan(Math.PI * level / 2), Quantile.StudentT(level, 1), 1e-9);
        Vectors.Near(level * Math.Sqrt(2 / ((1 - level) * (1 + level))), Quantile.StudentT(level, 2), 1e-12);
    }

    [Fact]
    public void Student_t_falls_to_the_normal_without_a_step()
    {
        Vectors.Near(1.959963984540054, Quantile.Normal(0.95), 1e-15);
        Vectors.Near(Quantile.StudentT(0.95, 1e7), Quantile.StudentT(0.95, 1e7 + 1), 1e-12);
        Vectors.Near(Quantile.Normal(0.95), Quantile.StudentT(0.95, 1e18), 1e-15);
        Vectors.Near(2.02269092003676, Quantile.StudentT(0.95, 39), 1e-13);
    }

    [Theory]
    [InlineData(0.025, 1, 70)]
    [InlineData(0.25, 0.01, 1)]
    [InlineData(1e-7, 3000.5, 1)]
    [InlineData(0.025, 1, 4e9)]
    public void Beta_with_a_one_has_its_closed_form(double tail, double a, double b)
    {
        // For a = 1 the tail is 1 − (1 − x)^b; the quantile is small, so a short series of its logarithm does.
        double exponent = Math.Log(1 - tail) / b;
        double expected = b == 1 ? Math.Pow(tail, 1 / a) : -exponent * (1 + (exponent / 2) + (exponent * exponent / 6) + (exponent * exponent * exponent / 24));

        Vectors.Near(expected, Quantile.BetaLower(tail, a, b), 1e-10);
    }

    [Theory]
    [InlineData(0.3, 0.2)]
    [InlineData(5, 700)]
    [InlineData(1e6, 3e6)]
    [InlineData(7e9, 3e9)]
    public void A_quantile_put_back_into_the_distribution_gives_its_tail(double a, double b)
    {
        double lower = Quantile.BetaLower(0.025, a, b);

        Vectors.Near(0.025, IncompleteBeta.At(Math.Log(lower / (1 - lower)), a, b).Value, 1e-7);
        Vectors.Near(1 - Quantile.BetaUpper(0.025, b, a), lower, 1e-11);
    }
}
