namespace AuditCore.Estimation;

/// <summary>Cohen's kappa of two reviewers with its large-sample interval.</summary>
/// <remarks>
/// <para>κ = (p_o − p_e)/(1 − p_e) (Cohen 1960, Educational and Psychological Measurement 20:37–46).</para>
/// <para>Var(κ) = [Σ_i p_ii((1 − p_e) − (p_i. + p_.i)(1 − p_o))² + (1 − p_o)² Σ_{i≠j} p_ij (p_.i + p_j.)² − (p_o p_e − 2p_e + p_o)²] /
/// (n(1 − p_e)⁴) (Fleiss, Cohen and Everitt 1969, Psychological Bulletin 72:323–327, eq. 13). Up to the square root the arithmetic is exact, so
/// that a sample without variation is seen as such.</para>
/// </remarks>
public static class CohensKappa
{
    /// <summary>Estimates kappa.</summary>
    /// <param name="table">The pairs.</param>
    /// <param name="level">Confidence level, a fraction.</param>
    /// <returns>Kappa, or what of it is defined and why the rest is not.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The level is out of range.</exception>
    public static KappaEstimate Of(AgreementTable table, double level = ConfidenceLevel.Default)
    {
        ArgumentNullException.ThrowIfNull(table);
        ConfidenceLevel.Checked(level);
        long agreed = Enumerable.Range(0, table.Categories).Sum(i => table[i, i]);
        KappaEstimate none = new() { Reason = KappaReason.NoPairs, Pairs = table.Pairs, Agreed = agreed, Method = IntervalMethod.None };
        if (table.Pairs == 0)
            return none;
        Fraction chance = Enumerable.Range(0, table.Categories)
            .Aggregate(Fraction.Zero, (sum, i) => sum + (Share(table, table.First(i)) * Share(table, table.Second(i))));
        KappaEstimate known = none with { ChanceAgreement = chance.ToDouble() };
        return chance == Fraction.One ? known with { Reason = KappaReason.OneCategory } : WithKappa(known, table, chance, level);
    }

    private static KappaEstimate WithKappa(KappaEstimate known, AgreementTable table, Fraction chance, double level)
    {
        Fraction agreement = Share(table, known.Agreed);
        double kappa = ((agreement - chance) / (Fraction.One - chance)).ToDouble();
        Fraction variance = Variance(table, agreement, chance);
        KappaEstimate rated = known with { Kappa = kappa, StandardError = Math.Sqrt(variance.ToDouble()) };
        if (variance.IsZero)
        {
            return rated with { Reason = KappaReason.Degenerate, Interval = Exact(known, chance, level), Method = IntervalMethod.ClopperPearson };
        }
        double half = Quantile.Normal(level) * rated.StandardError.Value;
        return rated with { Reason = KappaReason.None, Interval = Interval.Around(kappa, kappa - half, kappa + half), Method = IntervalMethod.Wald };
    }

    private static Fraction Variance(AgreementTable table, Fraction agreement, Fraction chance)
    {
        Fraction apart = Fraction.One - agreement;
        Fraction sum = Fraction.Zero;
        for (int i = 0; i < table.Categories; i++)
        {
            for (int j = 0; j < table.Categories; j++)
            {
                Fraction term = i == j
                    ? Fraction.One - chance - ((Share(table, table.First(i)) + Share(table, table.Second(i))) * apart)
                    : apart * (Share(table, table.Second(i)) + Share(table, table.First(j)));
                sum += Share(table, table[i, j]) * term * term;
            }
        }
        Fraction mean = (agreement * chance) - (2 * chance) + agreement;
        Fraction beyond = (Fraction.One - chance) * (Fraction.One - chance);
        return (sum - (mean * mean)) / (table.Pairs * beyond * beyond);
    }

    /// <summary>The exact interval of the share that agrees, carried through the formula of kappa at the chance agreement seen.</summary>
    private static Interval Exact(KappaEstimate known, Fraction chance, double level)
    {
        Interval agreement = BinomialIntervals.Exact(known.Agreed, known.Pairs, level);
        double expected = chance.ToDouble();
        double beyond = (Fraction.One - chance).ToDouble();
        return new Interval((agreement.Lower - expected) / beyond, (agreement.Upper - expected) / beyond);
    }

    private static Fraction Share(AgreementTable table, long pairs) => new(pairs, table.Pairs);
}
