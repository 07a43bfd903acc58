namespace AuditCore.Estimation;

/// <summary>The odds ratio that classes have in common.</summary>
/// <remarks>
/// <para>OR = ΣR/ΣS with R = ad/n and S = bc/n (Mantel and Haenszel 1959, Journal of the National Cancer Institute 22:719–748).</para>
/// <para>Var(log OR) = ΣPR/(2(ΣR)²) + Σ(PS + QR)/(2ΣRΣS) + ΣQS/(2(ΣS)²), P = (a + d)/n, Q = 1 − P (Robins, Breslow and Greenland 1986,
/// Biometrics 42:311–323): valid for few large classes and for many small ones. As R's <c>mantelhaen.test</c> for its interval.</para>
/// </remarks>
public static class MantelHaenszel
{
    /// <summary>Estimates the common odds ratio.</summary>
    /// <param name="tables">One table a class; those without crimes are left out.</param>
    /// <param name="level">Confidence level, a fraction.</param>
    /// <returns>The ratio with its interval.</returns>
    /// <exception cref="ArgumentException">A count is negative, or the level out of range.</exception>
    public static OddsRatioEstimate Of(IReadOnlyList<FourfoldTable> tables, double level = ConfidenceLevel.Default)
    {
        ArgumentNullException.ThrowIfNull(tables);
        ConfidenceLevel.Checked(level);
        if (tables.Any(t => t.LevelShort < 0 || t.LevelMet < 0 || t.RestShort < 0 || t.RestMet < 0))
            throw new ArgumentException("A count must not be negative.", nameof(tables));
        FourfoldTable[] counted = [.. tables.Where(t => t.Total > 0)];
        double r = counted.Sum(t => t.Concordant);
        double s = counted.Sum(t => t.Discordant);
        return (r, s) switch
        {
            (0d, 0d) => new OddsRatioEstimate { Method = OddsRatioMethod.None },
            (0d, _) or (_, 0d) => ExactOddsRatio.AtTheLimit(counted, isLowest: r == 0, level),
            _ => Common(counted, r, s, level),
        };
    }

    private static OddsRatioEstimate Common(FourfoldTable[] tables, double r, double s, double level)
    {
        double pr = tables.Sum(t => t.ShareConcordant * t.Concordant);
        double mixed = tables.Sum(t => (t.ShareConcordant * t.Discordant) + ((1 - t.ShareConcordant) * t.Concordant));
        double qs = tables.Sum(t => (1 - t.ShareConcordant) * t.Discordant);
        double error = Math.Sqrt((pr / (2 * r * r)) + (mixed / (2 * r * s)) + (qs / (2 * s * s)));
        double log = Math.Log(r / s);
        double half = Quantile.Normal(level) * error;
        return new OddsRatioEstimate
        {
            Method = OddsRatioMethod.MantelHaenszel,
            OddsRatio = r / s,
            Lower = Math.Exp(log - half),
            Upper = Math.Exp(log + half),
            PValue = Quantile.TwoSided(log / error),
        };
    }
}
