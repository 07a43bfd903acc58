using CrimeAudit.V1;
using Finding = CrimeAudit.V1.Review.FindingOneofCase;

namespace AuditCore.Estimation;

/// <summary>What reviews amount to: pass or fail, and whether two say the same.</summary>
public static class ReviewFindings
{
    /// <summary>
    /// Something is found against the force: a required crime not recorded, recorded as another one, or late; a cancellation or N100 that
    /// is wrong, or under the wrong code.
    /// </summary>
    /// <param name="review">A review that is not blank.</param>
    /// <returns>Whether it goes to the force.</returns>
    public static bool IsFail(Review review)
    {
        ArgumentNullException.ThrowIfNull(review);
        return review.FindingCase switch
        {
            Finding.Crimes => review.Crimes.Decisions.Any(IsFail),
            Finding.Cancellation => review.Cancellation.Verdict != RecordVerdict.Right,
            Finding.Classification => review.Classification.Verdict != RecordVerdict.Right,
            _ => false,
        };
    }

    /// <summary>A required crime, and not recorded rightly.</summary>
    /// <param name="decision">What was found of one crime.</param>
    /// <returns>Whether it counts against the force.</returns>
    public static bool IsFail(CrimeDecision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return decision.Outcome
            is ReviewOutcome.RecordedLate or ReviewOutcome.Misclassified or ReviewOutcome.MisclassifiedLate or ReviewOutcome.NotRecorded;
    }

    /// <summary>
    /// Two reviews say the same when they require the same crimes with the same outcomes, or come to the same verdict with the same code or
    /// offence. In which order, in which words and by which paragraph, and what they say of crimes that are not required, is a matter of
    /// style.
    /// </summary>
    /// <param name="one">A review.</param>
    /// <param name="other">Another of the same unit.</param>
    /// <returns>Whether nothing between them needs arbitration.</returns>
    public static bool Agree(Review one, Review other) => Substance(one).SequenceEqual(Substance(other));

    private static IEnumerable<string> Substance(Review review) => review.FindingCase switch
    {
        Finding.Crimes => review.Crimes.Decisions.Where(IsRequired)
            .Select(d => $"{Name(d.Offence)}|{(int)d.Outcome}")
            .Order(StringComparer.Ordinal),
        Finding.Cancellation => [$"{(int)review.Cancellation.Verdict}|{(int)review.Cancellation.RightReason}"],
        Finding.Classification =>
            [$"{(int)review.Classification.Verdict}|{review.Classification.RightCode}|{Name(review.Classification.Offence)}"],
        _ => [],
    };

    private static string Name(Offence? offence) => $"{offence?.Code}|{offence?.Category}";

    private static bool IsRequired(CrimeDecision decision) => IsFail(decision) || decision.Outcome == ReviewOutcome.Recorded;
}
