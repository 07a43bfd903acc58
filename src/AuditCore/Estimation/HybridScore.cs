namespace AuditCore.Estimation;

/// <summary>The difference of two counted rates by Newcombe's hybrid score interval, at any distance.</summary>
internal sealed class HybridScore(double firstCount, double firstOf, double secondCount, double secondOf)
{
    public double First => firstCount / firstOf;

    public double Second => secondCount / secondOf;

    public double Difference => Second - First;

    /// <summary>The interval z standard errors to either side.</summary>
    public Interval At(double z)
    {
        (double down, double up) = Margins(z);
        return new Interval(Difference - down, Difference + up);
    }

    /// <summary>
    /// 2Φ(−z) at the z where the interval first reaches zero. Wilson intervals of growing z hold each other and reach 0 and 1 in the end, so
    /// there is one, and bisection finds it.
    /// </summary>
    public double PValue()
    {
        if (Difference == 0)
            return 1;
        (double low, double high) = (0, 1);
        while (!ReachesZero(high))
            (low, high) = (high, 2 * high);
        for (int i = 0; i < 100; i++)
        {
            double middle = (low + high) / 2;
            (low, high) = ReachesZero(middle) ? (low, middle) : (middle, high);
        }
        return Quantile.TwoSided(high);
    }

    private bool ReachesZero(double z)
    {
        (double down, double up) = Margins(z);
        return Difference > 0 ? Difference <= down : -Difference <= up;
    }

    private (double Down, double Up) Margins(double z)
    {
        Interval first = BinomialIntervals.Score(firstCount, firstOf, z);
        Interval second = BinomialIntervals.Score(secondCount, secondOf, z);
        return (Root(Second - second.Lower, first.Upper - First), Root(second.Upper - Second, First - first.Lower));
    }

    private static double Root(double a, double b) => Math.Sqrt((a * a) + (b * b));
}
