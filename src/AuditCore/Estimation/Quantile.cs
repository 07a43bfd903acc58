namespace AuditCore.Estimation;

/// <summary>
/// Quantiles to nearly full double precision. The normal one is MathNet's; its Student and beta quantiles stop at about 1e-12 absolute
/// (too coarse for a lower end of 5e-7) and fail at extreme levels, so those two are solved here.
/// </summary>
internal static class Quantile
{
    /// <summary>z with P(|Z| ≤ z) = level.</summary>
    public static double Normal(double level) => -MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, (1 - level) / 2);

    /// <summary>P(|Z| ≥ |z|), the two-sided p of a standard normal statistic.</summary>
    public static double TwoSided(double z) => 2 * MathNet.Numerics.Distributions.Normal.CDF(0, 1, -Math.Abs(z));

    /// <summary>t with P(|T| ≤ t) = level, for df degrees of freedom (at least 1).</summary>
    public static double StudentT(double level, double df)
    {
        if (df > 1e7)
        {
            // Fisher's expansion (Abramowitz and Stegun 26.7.5): what is left out is below 1e-12.
            double z = Normal(level);
            return z + (((z * z * z) + z) / (4 * df));
        }
        // P(|T| > t) = I_x(df/2, 1/2) at x = df / (df + t²), whose log-odds are log(df / t²).
        return Math.Sqrt(df) * Math.Exp(-BetaLogOdds(1 - level, df / 2, 0.5) / 2);
    }

    /// <summary>x with I_x(a, b) = tail; the lower end of an exact interval.</summary>
    public static double BetaLower(double tail, double a, double b) => 1 / (1 + Math.Exp(-BetaLogOdds(tail, a, b)));

    /// <summary>x with 1 − I_x(a, b) = tail; the upper end of an exact interval.</summary>
    public static double BetaUpper(double tail, double a, double b) => 1 / (1 + Math.Exp(BetaLogOdds(tail, b, a)));

    /// <summary>
    /// The log-odds of the tail's quantile of Beta(a, b): Newton's method on log I, which is close to a straight line in the log-odds, kept
    /// inside a bracket and replaced by bisection whenever it would leave it.
    /// </summary>
    private static double BetaLogOdds(double tail, double a, double b)
    {
        double target = Math.Log(tail);
        (double low, double high) = (-800 / Math.Min(a, 1), 800 / Math.Min(b, 1));
        double at = Math.Log(a / b);
        for (int i = 0; i < 400; i++)
        {
            (double value, double slope) = IncompleteBeta.At(at, a, b);
            double error = Math.Log(value) - target;
            (low, high) = error > 0 ? (low, at) : (at, high);
            double next = at - (error * value / slope);
            if (!(next > low && next < high))
                next = (low + high) / 2;
            if (Math.Abs(next - at) <= 1e-15 * Math.Max(1, Math.Abs(at)))
                return next;
            at = next;
        }
        return at;
    }
}
