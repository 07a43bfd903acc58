using AuditCore.Recording;
using AuditCore.Reference;
using CrimeAudit.V1;

namespace AuditCore.Estimation;

/// <summary>
/// What two blind reviews of the same report say of the same crime. Decisions are matched by offence class and victim; of several alike,
/// those with the same outcome first, so that the order in which a reviewer wrote them never looks like disagreement.
/// </summary>
public static class ReviewPairs
{
    /// <summary>The outcome of a crime that only the other reviewer describes.</summary>
    public const ReviewOutcome NotDescribed = ReviewOutcome.Unspecified;

    /// <summary>Pairs the decisions of two reviews.</summary>
    /// <param name="first">The first review.</param>
    /// <param name="second">The second.</param>
    /// <param name="reference">What offences stand for.</param>
    /// <returns>A pair a crime; one pair of <see cref="NotDescribed"/> where both say that no crime was required.</returns>
    public static IReadOnlyList<(ReviewOutcome First, ReviewOutcome Second)> Of(Review first, Review second, IRecordingReference reference)
    {
        ILookup<(OffenceClass, string), ReviewOutcome> one = ByCrime(first, reference);
        ILookup<(OffenceClass, string), ReviewOutcome> other = ByCrime(second, reference);
        List<(ReviewOutcome, ReviewOutcome)> pairs =
        [
            .. one.Select(g => g.Key).Union(other.Select(g => g.Key)).SelectMany(key => Match([.. one[key]], [.. other[key]])),
        ];
        return pairs.Count > 0 ? pairs : [(NotDescribed, NotDescribed)];
    }

    private static ILookup<(OffenceClass, string), ReviewOutcome> ByCrime(Review review, IRecordingReference reference) =>
        (review.FindingCase == Review.FindingOneofCase.Crimes ? review.Crimes.Decisions : [])
            .ToLookup(d => (reference.Classify(d.Offence), d.VictimRef), d => d.Outcome);

    private static IEnumerable<(ReviewOutcome First, ReviewOutcome Second)> Match(List<ReviewOutcome> first, List<ReviewOutcome> second)
    {
        foreach (ReviewOutcome same in first.Where(second.Remove).ToArray())
        {
            first.Remove(same);
            yield return (same, same);
        }
        first.Sort();
        second.Sort();
        for (int i = 0; i < Math.Max(first.Count, second.Count); i++)
            yield return (i < first.Count ? first[i] : NotDescribed, i < second.Count ? second[i] : NotDescribed);
    }
}
