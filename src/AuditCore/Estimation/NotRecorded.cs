namespace AuditCore.Estimation;

/// <summary>
/// Crimes reported but not recorded in a year: U = V(1 − p)/p for a volume V that was recorded at rate p. (Not V(1 − p): V holds only what
/// was recorded.)
/// </summary>
public static class NotRecorded
{
    /// <summary>Point estimate.</summary>
    /// <param name="volume">V, recorded crimes in 12 months, fraud excluded; finite, above 0.</param>
    /// <param name="rate">p, a fraction from 0 to 1.</param>
    /// <returns>U in crimes a year; null when p is so near 0 that nothing can be projected from what was recorded.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range or not a number.</exception>
    public static double? Of(double volume, double rate)
    {
        CheckVolume(volume);
        if (!(rate is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(rate), rate, "A recording rate is a fraction from 0 to 1.");
        return Finite(Transform(volume, rate));
    }

    /// <summary>
    /// Interval by transforming the end points of the rate's; hence asymmetric. The upper end of the rate gives the lower end here.
    /// </summary>
    /// <param name="volume">V, recorded crimes in 12 months, fraud excluded; finite, above 0.</param>
    /// <param name="rate">
    /// Interval of p at any level. Ends past 0 or 1 (Wald) are transformed as they are: past 1 the lower end is negative, at or below 0
    /// there is no upper end.
    /// </param>
    /// <returns>Ends in crimes a year.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The volume is not a number above 0.</exception>
    public static NotRecordedRange Range(double volume, Interval rate)
    {
        CheckVolume(volume);
        ArgumentNullException.ThrowIfNull(rate);
        return new NotRecordedRange(
            rate.Upper > 0 ? Finite(Transform(volume, rate.Upper)) : null,
            rate.Lower > 0 ? Finite(Transform(volume, rate.Lower)) : null);
    }

    private static double Transform(double volume, double rate) => volume * (1 - rate) / rate;

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;

    private static void CheckVolume(double volume)
    {
        if (!double.IsFinite(volume) || volume <= 0)
            throw new ArgumentOutOfRangeException(nameof(volume), volume, "A volume is a finite number of recorded crimes above 0.");
    }
}
