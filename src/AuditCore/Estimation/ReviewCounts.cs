namespace AuditCore.Estimation;

/// <summary>What one reviewed report, or one decision, counts on every basis.</summary>
/// <param name="Required">x: crimes that should have been recorded.</param>
/// <param name="Recorded">y at all: those recorded, in whatever class and whenever.</param>
/// <param name="RecordedCorrectly">y correctly: those recorded in the right class, whenever.</param>
/// <param name="RecordedInTime">Those recorded within the deadline, in whatever class.</param>
public readonly record struct ReviewCounts(int Required, int Recorded, int RecordedCorrectly, int RecordedInTime)
{
    /// <summary>Adds counts.</summary>
    /// <param name="left">Counts.</param>
    /// <param name="right">Counts.</param>
    /// <returns>The sums.</returns>
    public static ReviewCounts operator +(ReviewCounts left, ReviewCounts right) => left.Add(right);

    /// <summary>Recorded at all, of those required.</summary>
    public ReportCounts AtAll => new(Required, Recorded);

    /// <summary>Recorded in the right class, of those required.</summary>
    public ReportCounts Correctly => new(Required, RecordedCorrectly);

    /// <summary>Recorded within the deadline, of those recorded.</summary>
    public ReportCounts InTimeOfRecorded => new(Recorded, RecordedInTime);

    /// <summary>Adds counts.</summary>
    /// <param name="other">Counts.</param>
    /// <returns>The sums.</returns>
    public ReviewCounts Add(ReviewCounts other) => new(
        Required + other.Required,
        Recorded + other.Recorded,
        RecordedCorrectly + other.RecordedCorrectly,
        RecordedInTime + other.RecordedInTime);
}
