namespace AuditCore.Estimation;

/// <summary>The range of confidence levels that can be asked for.</summary>
public static class ConfidenceLevel
{
    /// <summary>0.95, the level of the published inspections.</summary>
    public const double Default = 0.95;

    /// <summary>0.5; below it an interval is more likely to miss than to hold.</summary>
    public const double Minimum = 0.5;

    /// <summary>0.999999; past it the tail is smaller than a sample of reports can speak of.</summary>
    public const double Maximum = 0.999999;

    /// <summary>The level itself, when it can be used.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside <see cref="Minimum"/> to <see cref="Maximum"/>, or not a number.</exception>
    internal static double Checked(double level) => level is >= Minimum and <= Maximum
        ? level
        : throw new ArgumentOutOfRangeException(nameof(level), level, FormattableString.Invariant($"A confidence level is a fraction from {Minimum} to {Maximum}, such as 0.95."));
}
