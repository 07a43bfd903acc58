using CrimeAudit.V1;

namespace AuditCore.Estimation;

/// <summary>
/// The table from a reviewer's decision to counts. Rates rest on it, so it has a version; another reading of the outcomes would be
/// another version beside this one.
/// </summary>
public static class ReviewOutcomes
{
    /// <summary>Name of the table, to be told with what rests on it.</summary>
    public const string Version = "review-outcomes-1";

    private static readonly ReviewCounts NotRequired = new(0, 0, 0, 0);

    /// <summary>What a decision counts.</summary>
    /// <param name="outcome">A decided outcome.</param>
    /// <returns>Its counts, each 0 or 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Nothing is decided: a blank is never a pass.</exception>
    public static ReviewCounts Of(ReviewOutcome outcome) => outcome switch
    {
        ReviewOutcome.Recorded => new(1, 1, 1, 1),
        ReviewOutcome.RecordedLate => new(1, 1, 1, 0),
        ReviewOutcome.Misclassified => new(1, 1, 0, 1),
        ReviewOutcome.MisclassifiedLate => new(1, 1, 0, 0),
        ReviewOutcome.NotRecorded => new(1, 0, 0, 0),
        ReviewOutcome.WithinAnotherCrime => NotRequired,
        ReviewOutcome.AdditionalVerifiableInformation => NotRequired,
        ReviewOutcome.Duplicate => NotRequired,
        ReviewOutcome.OtherForce => NotRequired,
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "not a decided outcome"),
    };
}
