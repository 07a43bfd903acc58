namespace AuditCore.Estimation;

/// <summary>
/// The intervals of one estimated rate, side by side. Each is absent where it is not defined; <see cref="Chosen"/> is the one to show.
/// </summary>
public sealed record RateIntervals
{
    /// <summary>No interval at all, at the given level.</summary>
    internal static RateIntervals Absent(double level) => new() { Level = level };

    /// <summary>Confidence level of all of them, a fraction.</summary>
    public required double Level { get; init; }

    /// <summary>The interval to show: Korn–Graubard, or Clopper–Pearson for a degenerate sample; null when there is none.</summary>
    public Interval? Chosen { get; init; }

    /// <summary>How <see cref="Chosen"/> was made.</summary>
    public IntervalMethod Method { get; init; }

    /// <summary>R ± z·se as the formula has it, so it may pass 0 or 1; null when the standard error is zero.</summary>
    public Interval? Wald { get; init; }

    /// <summary><see cref="Wald"/> cut to 0 to 1, for display beside a published "±".</summary>
    public Interval? WaldClamped => Wald?.Clamped();

    /// <summary>
    /// Student's t on the log-odds scale, back-transformed: expit(logit R ± t_df · se / (R(1 − R))); as <c>svyciprop(method = "logit")</c>
    /// in R's survey package. Null for a rate of 0 or 1.
    /// </summary>
    public Interval? Logit { get; init; }

    /// <summary>
    /// n* = R(1 − R)/Var · (t_{n−1}/t_df)²: the simple random sample of crimes that would be as precise (Korn and Graubard 1998,
    /// Survey Methodology 24). May exceed the crimes in the sample.
    /// </summary>
    public double? EffectiveSampleSize { get; init; }

    /// <summary>
    /// Clopper–Pearson with <see cref="EffectiveSampleSize"/> for n and R·n* for the count (Korn and Graubard 1998; as
    /// <c>svyciprop(method = "beta")</c> in R's survey package): the default.
    /// </summary>
    public Interval? KornGraubard { get; init; }

    /// <summary>
    /// Clopper–Pearson on the crimes in the sample, with R·n rounded to a whole count (half to even). For a degenerate sample, and for
    /// counts too low to speak of percentages. It ignores clustering and weights.
    /// </summary>
    public Interval? Exact { get; init; }
}
