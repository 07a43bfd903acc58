namespace AuditCore.Estimation;

/// <summary>
/// Compares the rates of two independent audits: two waves of one force, or two forces. Always the second less the first.
/// </summary>
/// <remarks>
/// Independent samples, so Var(p₂ − p₁) = se₁² + se₂²; on the log-odds the standard error of each is se / (p(1 − p)) (delta method; Agresti
/// 2013, Categorical Data Analysis, §3.1). A census has a standard error of zero, and keeps its weighted rate: what is left is the
/// error of the other side. Where a standard error is no measure of what is known (a sample without variation, few crimes sampled, two
/// censuses), the plain counts are compared by Newcombe's hybrid score interval.
/// </remarks>
public static class RateComparison
{
    /// <summary>Compares two estimated rates.</summary>
    /// <param name="first">The one compared with.</param>
    /// <param name="second">The other.</param>
    /// <param name="level">Confidence level, a fraction.</param>
    /// <param name="scale">On which scale, where standard errors are used.</param>
    /// <returns>The difference; without one where a side has no rate or its variance is refused, with the reason of that side.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The level is out of range.</exception>
    public static RateDifference Of(
        RateEstimate first, RateEstimate second, double level = ConfidenceLevel.Default, ComparisonScale scale = ComparisonScale.Probability)
    {
        foreach (RateEstimate side in new[] { first, second })
        {
            if (side.Ratio is null || side.StandardError is null)
                return RateDifference.None(side.Reason);
        }
        bool ofCensus = first.Reason == EstimateReason.Census || second.Reason == EstimateReason.Census;
        return PlainReason(first, second, scale) is { } reason
            ? OfCounts(first.NumeratorInSample, first.DenominatorInSample, second.NumeratorInSample, second.DenominatorInSample, level) with
            {
                Reason = reason,
            }
            : OfStandardErrors((first.Ratio!.Value, first.StandardError!.Value), (second.Ratio!.Value, second.StandardError!.Value), level, scale) with
            {
                Reason = ofCensus ? EstimateReason.Census : EstimateReason.None,
            };
    }

    /// <summary>Compares two force-wide rates. They have no plain counts, so a side without variation cannot be compared.</summary>
    /// <param name="first">The one compared with.</param>
    /// <param name="second">The other.</param>
    /// <param name="level">Confidence level, a fraction.</param>
    /// <param name="scale">On which scale.</param>
    /// <returns>The difference, or the reason why there is none.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The level is out of range.</exception>
    public static RateDifference Of(
        WeightedRateEstimate first, WeightedRateEstimate second, double level = ConfidenceLevel.Default,
        ComparisonScale scale = ComparisonScale.Probability)
    {
        foreach (WeightedRateEstimate side in new[] { first, second })
        {
            if (side.Rate is null || side.StandardError is null || side.Reason == EstimateReason.Degenerate)
                return RateDifference.None(side.Reason);
        }
        return first.StandardError == 0 && second.StandardError == 0
            ? RateDifference.None(EstimateReason.Census)
            : OfStandardErrors((first.Rate!.Value, first.StandardError!.Value), (second.Rate!.Value, second.StandardError!.Value), level, scale);
    }

    /// <summary>Compares two rates by their standard errors, for instance two published ones: se = half-width / 1.96.</summary>
    /// <param name="first">Rate, a fraction, and its standard error, at least 0.</param>
    /// <param name="second">The other.</param>
    /// <param name="level">Confidence level, a fraction.</param>
    /// <param name="scale">On which scale; the log-odds need rates above 0 and below 1.</param>
    /// <returns>The difference.</returns>
    /// <exception cref="ArgumentException">A rate or a standard error is out of range, or both standard errors are 0.</exception>
    public static RateDifference OfStandardErrors(
        (double Rate, double StandardError) first, (double Rate, double StandardError) second,
        double level = ConfidenceLevel.Default, ComparisonScale scale = ComparisonScale.Probability)
    {
        double z = Quantile.Normal(ConfidenceLevel.Checked(level));
        Check(first, scale);
        Check(second, scale);
        double error = Hypotenuse(first.StandardError, second.StandardError);
        if (error == 0)
            throw new ArgumentException("Of two rates without a standard error the difference has no interval.");
        double difference = second.Rate - first.Rate;
        RateDifference plain = new()
        {
            Method = ComparisonMethod.StandardErrors,
            Reason = EstimateReason.None,
            First = first.Rate,
            Second = second.Rate,
            Difference = difference,
            Interval = new Interval(difference - (z * error), difference + (z * error)),
            PValue = Quantile.TwoSided(difference / error),
        };
        return scale == ComparisonScale.Probability ? plain : OnLogit(plain, first, second, z);
    }

    /// <summary>
    /// Compares two plain counts: d ∓ √((p − l)² + (u − p)²) with the Wilson limits l and u of the two rates (Newcombe 1998, Statistics in
    /// Medicine 17:873–890, method 10: hybrid score interval without continuity correction).
    /// </summary>
    /// <remarks>
    /// p is that of the same interval turned round: one less the highest level at which it does not hold zero. So interval and p can
    /// never say different things.
    /// </remarks>
    /// <param name="firstRecorded">k₁, 0 to n₁.</param>
    /// <param name="firstRequired">n₁; 0 compares nothing.</param>
    /// <param name="secondRecorded">k₂, 0 to n₂.</param>
    /// <param name="secondRequired">n₂.</param>
    /// <param name="level">Confidence level, a fraction.</param>
    /// <returns>The difference.</returns>
    /// <exception cref="ArgumentException">A count or the level is out of range.</exception>
    public static RateDifference OfCounts(
        long firstRecorded, long firstRequired, long secondRecorded, long secondRequired, double level = ConfidenceLevel.Default)
    {
        double z = Quantile.Normal(ConfidenceLevel.Checked(level));
        if (firstRecorded < 0 || firstRecorded > firstRequired || secondRecorded < 0 || secondRecorded > secondRequired)
            throw new ArgumentException("A count is negative, or more was recorded than required.");
        if (firstRequired == 0 || secondRequired == 0)
            return RateDifference.None(EstimateReason.NothingRequired);
        HybridScore score = new(firstRecorded, firstRequired, secondRecorded, secondRequired);
        return new RateDifference
        {
            Method = ComparisonMethod.NewcombeHybridScore,
            Reason = EstimateReason.None,
            First = score.First,
            Second = score.Second,
            FirstCounts = new CountedShare(firstRecorded, firstRequired),
            SecondCounts = new CountedShare(secondRecorded, secondRequired),
            Difference = score.Difference,
            Interval = score.At(z),
            PValue = score.PValue(),
        };
    }

    private static RateDifference OnLogit(
        RateDifference plain, (double Rate, double StandardError) first, (double Rate, double StandardError) second, double z)
    {
        double error = Hypotenuse(LogitError(first), LogitError(second));
        double log = LogOdds(second.Rate) - LogOdds(first.Rate);
        return plain with
        {
            Method = ComparisonMethod.LogitStandardErrors,
            OddsRatio = Math.Exp(log),
            OddsRatioInterval = new Interval(Math.Exp(log - (z * error)), Math.Exp(log + (z * error))),
            PValue = Quantile.TwoSided(log / error),
        };
    }

    private static double LogOdds(double rate) => Math.Log(rate / (1 - rate));

    private static double LogitError((double Rate, double StandardError) side) => side.StandardError / (side.Rate * (1 - side.Rate));

    private static double Hypotenuse(double a, double b) => Math.Sqrt((a * a) + (b * b));

    /// <summary>
    /// Why two rates are compared by their counts: <see cref="EstimateReason.None"/> where few crimes were sampled; null where standard
    /// errors serve. A standard error of zero of a sample, or one of very few crimes, would claim more than the sample says.
    /// </summary>
    private static EstimateReason? PlainReason(RateEstimate first, RateEstimate second, ComparisonScale scale)
    {
        RateEstimate[] sampled = [.. new[] { first, second }.Where(e => e.Reason != EstimateReason.Census)];
        // A census that recorded all or nothing has no log-odds.
        bool isAtLimit = scale == ComparisonScale.Logit && (first.Ratio is 0 or 1 || second.Ratio is 0 or 1);
        return sampled.Length == 0 ? EstimateReason.Census
            : isAtLimit || sampled.Any(e => e.Reason == EstimateReason.Degenerate) ? EstimateReason.Degenerate
            : sampled.Any(e => e.IsLowCount) ? EstimateReason.None
            : null;
    }

    private static void Check((double Rate, double StandardError) side, ComparisonScale scale)
    {
        if (side.Rate is not (>= 0 and <= 1) || !double.IsFinite(side.StandardError) || side.StandardError < 0)
            throw new ArgumentException(FormattableString.Invariant($"A rate of {side.Rate} with a standard error of {side.StandardError} is none."));
        if (scale == ComparisonScale.Logit && side.Rate is 0 or 1)
            throw new ArgumentException("A rate of 0 or 1 has no log-odds.");
    }
}
