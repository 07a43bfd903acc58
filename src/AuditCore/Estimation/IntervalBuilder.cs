namespace AuditCore.Estimation;

/// <summary>Makes all intervals of a rate with a variance.</summary>
internal static class IntervalBuilder
{
    /// <summary>
    /// Largest effective size used for quantiles. Beyond it an interval is narrower than one in 100,000 and each quantile costs seconds;
    /// the cap only ever widens.
    /// </summary>
    private const double LargestEffectiveSize = 1e10;

    /// <summary>Intervals of an estimated rate.</summary>
    /// <param name="rate">R.</param>
    /// <param name="variance">Var(R), above 0 unless the sample is degenerate.</param>
    /// <param name="df">Degrees of freedom, at least 1.</param>
    /// <param name="n">Crimes of the denominator in the sample, at least 1.</param>
    /// <param name="level">Confidence level.</param>
    public static RateIntervals Of(Fraction rate, double variance, long df, long n, double level)
    {
        Interval exact = OnCrimesInSample(rate.ToDouble(), n, level);
        if (variance == 0 || n < 2)
            return new RateIntervals { Level = level, Chosen = exact, Method = IntervalMethod.ClopperPearson, Exact = exact };

        double r = rate.ToDouble();
        double complement = (Fraction.One - rate).ToDouble();
        double error = Math.Sqrt(variance);
        double shrink = Quantile.StudentT(level, n - 1) / Quantile.StudentT(level, df);
        double effective = r * complement / variance * shrink * shrink;
        Interval kornGraubard = KornGraubard(r, complement, effective, level);
        double z = Quantile.Normal(level);
        return new RateIntervals
        {
            Level = level,
            Chosen = kornGraubard,
            Method = IntervalMethod.KornGraubard,
            Wald = Interval.Around(r, r - (z * error), r + (z * error)),
            Logit = Logit(r, complement, Quantile.StudentT(level, df) * error / (r * complement)),
            EffectiveSampleSize = effective,
            KornGraubard = kornGraubard,
            Exact = exact,
        };
    }

    private static Interval Logit(double r, double complement, double halfWidth)
    {
        double centre = Math.Log(r / complement);
        return Interval.Around(r, 1 / (1 + Math.Exp(halfWidth - centre)), 1 / (1 + Math.Exp(-halfWidth - centre)));
    }

    private static Interval KornGraubard(double r, double complement, double effective, double level)
    {
        double size = Math.Min(effective, LargestEffectiveSize);
        double tail = (1 - level) / 2;
        return Interval.Around(
            r,
            Quantile.BetaLower(tail, r * size, (complement * size) + 1),
            Quantile.BetaUpper(tail, (r * size) + 1, complement * size));
    }

    private static Interval OnCrimesInSample(double r, long n, double level)
    {
        double size = Math.Min(n, LargestEffectiveSize);
        Interval counts = BinomialIntervals.Exact(Math.Round(r * size, MidpointRounding.ToEven), size, level);
        return Interval.Around(r, counts.Lower, counts.Upper);
    }
}
