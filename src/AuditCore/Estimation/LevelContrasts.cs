namespace AuditCore.Estimation;

/// <summary>
/// Holds every level of every factor against the rest, within offence classes, and adjusts for having looked at all of them.
/// </summary>
public static class LevelContrasts
{
    /// <summary>Contrasts levels.</summary>
    /// <param name="levels">All the levels that are going to be shown: the adjustment is over these.</param>
    /// <param name="options">Level of confidence and low-count threshold; null means <see cref="EstimationOptions.Default"/>.</param>
    /// <returns>A contrast a level, in the same order.</returns>
    /// <exception cref="ArgumentException">A count is negative.</exception>
    public static IReadOnlyList<LevelContrast> Of(IReadOnlyList<LevelCounts> levels, EstimationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(levels);
        options ??= EstimationOptions.Default;
        LevelContrast[] contrasts = [.. levels.Select(l => Of(l, options))];
        IReadOnlyList<double?> adjusted = BenjaminiHochberg.AdjustKnown([.. contrasts.Select(c => c.OddsRatio.PValue)]);
        return [.. contrasts.Zip(adjusted, (c, p) => c with { AdjustedPValue = p })];
    }

    private static LevelContrast Of(LevelCounts level, EstimationOptions options)
    {
        long fallen = level.Tables.Sum(t => t.LevelShort);
        long crimes = fallen + level.Tables.Sum(t => t.LevelMet);
        long restShort = level.Tables.Sum(t => t.RestShort);
        long rest = restShort + level.Tables.Sum(t => t.RestMet);
        bool low = crimes < options.LowCountBelow;
        LevelContrast contrast = new()
        {
            Counts = level,
            Crimes = crimes,
            Shortfalls = fallen,
            RestCrimes = rest,
            RestShortfalls = restShort,
            RestRate = rest == 0 ? null : (double)(rest - restShort) / rest,
            OddsRatio = MantelHaenszel.Of(level.Tables, options.Level),
            IsLowCount = low,
        };
        return crimes == 0 ? contrast : contrast with
        {
            Rate = (double)(crimes - fallen) / crimes,
            Interval = low
                ? BinomialIntervals.Exact(crimes - fallen, crimes, options.Level)
                : BinomialIntervals.Score(crimes - fallen, crimes, Quantile.Normal(options.Level)),
            Method = low ? IntervalMethod.ClopperPearson : IntervalMethod.Wilson,
        };
    }
}
