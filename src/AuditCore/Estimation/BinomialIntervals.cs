namespace AuditCore.Estimation;

/// <summary>Intervals for a plain count, such as 126 of 138 audited rapes: no strata, no weights, one crime as good as another.</summary>
public static class BinomialIntervals
{
    /// <summary>
    /// Wilson's score interval: (2k + z² ± z√(z² + 4k(n − k)/n)) / (2(n + z²)) (Wilson 1927, JASA 22; no continuity correction).
    /// </summary>
    /// <param name="recorded">k, crimes counted; 0 to <paramref name="required"/>.</param>
    /// <param name="required">n, crimes in all; at least 1.</param>
    /// <param name="level">Confidence level, a fraction.</param>
    /// <returns>An interval within 0 to 1 that holds k/n.</returns>
    /// <exception cref="ArgumentException">The counts or the level are out of range; the message names everything wrong.</exception>
    public static Interval Wilson(int recorded, int required, double level = ConfidenceLevel.Default)
    {
        Check(recorded, required, level);
        return Score(recorded, required, Quantile.Normal(level));
    }

    /// <summary>
    /// The exact interval: B(α/2; k, n − k + 1) to B(1 − α/2; k + 1, n − k) with B the beta quantile (Clopper and Pearson 1934,
    /// Biometrika 26).
    /// </summary>
    /// <param name="recorded">k, crimes counted; 0 to <paramref name="required"/>.</param>
    /// <param name="required">n, crimes in all; at least 1.</param>
    /// <param name="level">Confidence level, a fraction.</param>
    /// <returns>An interval within 0 to 1 that holds k/n; it starts at 0 for k = 0 and ends at 1 for k = n.</returns>
    /// <exception cref="ArgumentException">The counts or the level are out of range; the message names everything wrong.</exception>
    public static Interval ClopperPearson(int recorded, int required, double level = ConfidenceLevel.Default)
    {
        Check(recorded, required, level);
        return Exact(recorded, required, level);
    }

    /// <summary>Wilson's interval on whole counts held as doubles, z standard errors to either side.</summary>
    internal static Interval Score(double k, double n, double z)
    {
        double root = z * Math.Sqrt((z * z) + (4 * k * (n - k) / n));
        double lower = k == 0 ? 0 : ((2 * k) + (z * z) - root) / (2 * (n + (z * z)));
        double upper = k == n ? 1 : ((2 * k) + (z * z) + root) / (2 * (n + (z * z)));
        return Interval.Around(k / n, lower, upper);
    }

    /// <summary>Clopper–Pearson on whole counts held as doubles.</summary>
    internal static Interval Exact(double k, double n, double level)
    {
        double tail = (1 - level) / 2;
        return Interval.Around(
            k / n,
            k == 0 ? 0 : Quantile.BetaLower(tail, k, n - k + 1),
            k == n ? 1 : Quantile.BetaUpper(tail, k + 1, n - k));
    }

    private static void Check(int recorded, int required, double level)
    {
        List<string> wrong = [];
        if (required < 1)
            wrong.Add(FormattableString.Invariant($"required is {required}; it must be at least 1"));
        if (recorded < 0)
            wrong.Add(FormattableString.Invariant($"recorded is {recorded}; it must not be negative"));
        if (recorded > Math.Max(required, 0))
            wrong.Add(FormattableString.Invariant($"recorded is {recorded}, more than the {required} required"));
        if (level is not (>= ConfidenceLevel.Minimum and <= ConfidenceLevel.Maximum))
            wrong.Add(FormattableString.Invariant($"level is {level}; it must be a fraction from {ConfidenceLevel.Minimum} to {ConfidenceLevel.Maximum}"));
        if (wrong.Count > 0)
            throw new ArgumentException(string.Join("; ", wrong) + ".");
    }
}
