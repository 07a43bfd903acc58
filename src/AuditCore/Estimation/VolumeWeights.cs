namespace AuditCore.Estimation;

/// <summary>Volumes as weights of a force-wide rate.</summary>
public static class VolumeWeights
{
    /// <summary>
    /// Parts of a crime that a weight counts in. An interpolated volume is a fraction, and <see cref="WeightedRateEstimator"/> is exact in
    /// whole numbers; the rate p = ΣV / Σ(V/p) stays the same when every V is multiplied by the same number.
    /// </summary>
    public const int PartsOfACrime = 1_000_000;

    /// <summary>The weight of a group.</summary>
    /// <param name="group">Name of the group.</param>
    /// <param name="volume">Recorded crimes in 12 months, at least 0; may be a fraction.</param>
    /// <returns>The volume in millionths of a crime.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The volume is negative, not finite, or above what can be counted.</exception>
    public static GroupVolume Of(string group, double volume) =>
        volume is >= 0 and < long.MaxValue / PartsOfACrime
            ? new GroupVolume(group, (long)Math.Round(volume * PartsOfACrime))
            : throw new ArgumentOutOfRangeException(nameof(volume), volume, "A volume is a finite number of recorded crimes, at least 0.");
}
