namespace AuditCore.Estimation;

/// <summary>
/// The conditional exact interval where every class is at the end of what its margins allow. Given the margins, a has the noncentral
/// hypergeometric distribution with weights C(r₁, a) C(r₂, c₁ − a) θ^a (Cornfield 1956; Gart 1970, Biometrika 57:471–475, for
/// several tables). At the end of its range the sum of all a is there only if each is, so the probability is a plain product.
/// </summary>
internal static class ExactOddsRatio
{
    private const int Steps = 200;
    private const double Negligible = 1e-18;
    private const double Large = 1e250;

    /// <summary>The estimate, its one-ended interval, and twice the one-sided p (central, as the interval is).</summary>
    /// <param name="tables">Tables with crimes, all at their lowest a, or all at their highest.</param>
    /// <param name="isLowest">At their lowest: the ratio is 0. Otherwise it is beyond every bound.</param>
    /// <param name="level">Confidence level.</param>
    public static OddsRatioEstimate AtTheLimit(IReadOnlyList<FourfoldTable> tables, bool isLowest, double level)
    {
        // The highest a for θ is the lowest for 1/θ with level and rest exchanged.
        FourfoldTable[] lowest = isLowest ? [.. tables] : [.. tables.Select(t => new FourfoldTable(t.RestShort, t.RestMet, t.LevelShort, t.LevelMet))];
        double limit = Math.Exp(LogLimit(lowest, Math.Log((1 - level) / 2)));
        return new OddsRatioEstimate
        {
            Method = OddsRatioMethod.ConditionalExact,
            OddsRatio = isLowest ? 0 : null,
            Lower = isLowest ? 0 : 1 / limit,
            Upper = isLowest ? limit : null,
            PValue = Math.Min(1, 2 * Math.Exp(LogProbability(lowest, 0))),
        };
    }

    /// <summary>log θ at which the probability of the lowest a is the tail: it falls as θ grows.</summary>
    private static double LogLimit(FourfoldTable[] tables, double logTail)
    {
        (double low, double high) = (-700, 700);
        for (int i = 0; i < Steps && high - low > 1e-15 * Math.Max(1, Math.Abs(low)); i++)
        {
            double middle = (low + high) / 2;
            (low, high) = LogProbability(tables, middle) > logTail ? (middle, high) : (low, middle);
        }
        return (low + high) / 2;
    }

    private static double LogProbability(FourfoldTable[] tables, double logOdds) => -tables.Sum(t => LogSum(t, logOdds));

    /// <summary>log of the sum of all weights over that of the lowest a. The weights rise to one top and fall from it.</summary>
    private static double LogSum(FourfoldTable table, double logOdds)
    {
        double odds = Math.Exp(logOdds);
        long level = table.LevelShort + table.LevelMet;
        long fallen = table.LevelShort + table.RestShort;
        long rest = table.RestShort + table.RestMet;
        (double sum, double weight, double scale) = (1, 1, 0);
        for (long a = table.LevelShort; a < Math.Min(level, fallen); a++)
        {
            double ratio = (double)(level - a) * (fallen - a) / ((double)(a + 1) * (rest - fallen + a + 1)) * odds;
            weight *= ratio;
            sum += weight;
            if (ratio < 1 && weight < sum * Negligible)
                break;
            if (sum > Large)
                (sum, weight, scale) = (sum / Large, weight / Large, scale + Math.Log(Large));
        }
        return Math.Log(sum) + scale;
    }
}
