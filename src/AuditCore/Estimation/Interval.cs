namespace AuditCore.Estimation;

/// <summary>A confidence interval, as fractions (0.879, not 87.9). Always finite and never of zero width.</summary>
public sealed record Interval
{
    /// <summary>Makes an interval.</summary>
    /// <param name="lower">Lower end, finite.</param>
    /// <param name="upper">Upper end, finite, above <paramref name="lower"/>.</param>
    /// <exception cref="ArgumentException">An end is not finite, or the interval would have no width: that would show certainty.</exception>
    public Interval(double lower, double upper)
    {
        if (!double.IsFinite(lower) || !double.IsFinite(upper) || lower >= upper)
            throw new ArgumentException(FormattableString.Invariant($"An interval needs two finite ends in order, not {lower} and {upper}."));
        Lower = lower;
        Upper = upper;
    }

    /// <summary>Lower end.</summary>
    public double Lower { get; }

    /// <summary>Upper end.</summary>
    public double Upper { get; }

    /// <summary>Whether a value lies in the interval, its ends included.</summary>
    /// <param name="value">A fraction.</param>
    /// <returns>True from <see cref="Lower"/> to <see cref="Upper"/>.</returns>
    public bool Contains(double value) => value >= Lower && value <= Upper;

    /// <summary>The part of this interval that a proportion can reach, for display.</summary>
    /// <returns>The interval cut to 0 to 1.</returns>
    internal Interval Clamped() => new(Math.Max(0, Lower), Math.Min(1, Upper));

    /// <summary>
    /// An interval for a proportion that holds its own estimate and has width even where rounding of the ends would deny both
    /// (a rate within 1e-16 of 1, say).
    /// </summary>
    internal static Interval Around(double estimate, double lower, double upper)
    {
        lower = Math.Min(lower, estimate);
        upper = Math.Max(upper, estimate);
        if (lower < upper)
            return new Interval(lower, upper);
        return new Interval(lower > 0 ? Math.BitDecrement(lower) : lower, upper < 1 ? Math.BitIncrement(upper) : upper);
    }
}
