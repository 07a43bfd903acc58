namespace AuditCore.Estimation;

/// <summary>The weighted distribution function of values, exact: where it reaches a share must not depend on how weights were rounded.</summary>
internal sealed class WeightedValues
{
    private readonly double[] values;
    private readonly Fraction[] upTo;

    /// <param name="strata">The strata; those without reports weigh nothing.</param>
    public WeightedValues(IReadOnlyList<ValuedStratum> strata)
    {
        SortedDictionary<double, Fraction> weights = [];
        foreach (ValuedStratum stratum in strata)
        {
            foreach (IGrouping<double, double> alike in stratum.Reports.SelectMany(r => r).GroupBy(v => v))
            {
                Fraction weight = new Fraction(stratum.FrameSize, stratum.Reports.Count) * alike.LongCount();
                weights[alike.Key] = weights.TryGetValue(alike.Key, out Fraction before) ? before + weight : weight;
            }
        }

        values = [.. weights.Keys];
        upTo = new Fraction[values.Length];
        Fraction sum = Fraction.Zero;
        for (int i = 0; i < values.Length; i++)
            upTo[i] = sum += weights[values[i]];
    }

    /// <summary>The smallest value at which the function reaches a share above 0; there must be values.</summary>
    public double At(Fraction share)
    {
        Fraction wanted = share * upTo[^1];
        return values[Array.FindIndex(upTo, weight => (weight - wanted).Numerator.Sign >= 0)];
    }

    /// <summary>The same for an end of an interval, which is no exact number.</summary>
    public double At(double share)
    {
        int at = Array.FindIndex(upTo, weight => (weight / upTo[^1]).ToDouble() >= share);
        return values[at < 0 ? values.Length - 1 : at];
    }
}
