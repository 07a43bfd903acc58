using CrimeAudit.V1;

namespace AuditServer.Audits.Reviews;

/// <summary>What reviews amount to: pass or fail, and whether two say the same.</summary>
internal static class ReviewFindings
{
    /// <summary>Something is found against the force: a required crime not recorded, recorded as another one, or late.</summary>
    public static bool IsFail(Review review) => review.FindingCase == Review.FindingOneofCase.Crimes && review.Crimes.Decisions.Any(IsFail);

    /// <summary>A required crime, and not recorded rightly.</summary>
    public static bool IsFail(CrimeDecision decision) => decision.Outcome
        is ReviewOutcome.RecordedLate or ReviewOutcome.Misclassified or ReviewOutcome.MisclassifiedLate or ReviewOutcome.NotRecorded;

    /// <summary>
    /// Two reviews say the same when they require the same crimes with the same outcomes. In which order, in which words and by which
    /// paragraph, and what they say of crimes that are not required, is a matter of style.
    /// </summary>
    public static bool Agree(Review one, Review other) => Required(one).SequenceEqual(Required(other));

    private static IEnumerable<string> Required(Review review) => review.FindingCase == Review.FindingOneofCase.Crimes
        ? review.Crimes.Decisions.Where(IsRequired)
            .Select(d => $"{d.Offence.Code}|{d.Offence.Category}|{(int)d.Outcome}")
            .Order(StringComparer.Ordinal)
        : [];

    private static bool IsRequired(CrimeDecision decision) => IsFail(decision) || decision.Outcome == ReviewOutcome.Recorded;
}
