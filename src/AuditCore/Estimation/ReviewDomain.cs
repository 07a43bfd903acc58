using AuditCore.Recording;
using AuditCore.Reference;
using CrimeAudit.V1;

namespace AuditCore.Estimation;

/// <summary>
/// Which required crimes a rate is about: a subset at estimate time. Every condition that is given must hold, and a condition with
/// several values holds when one of them does; none: every crime. Reports without such a crime stay in the design, counting 0.
/// </summary>
/// <param name="reference">What offences stand for.</param>
public sealed class ReviewDomain(IRecordingReference reference)
{
    /// <summary>The offence is in one of these groups.</summary>
    public IReadOnlyCollection<Reference.OffenceGroup> Groups { get; init; } = [];

    /// <summary>The offence is in one of these classes.</summary>
    public IReadOnlyCollection<OffenceClass> Classes { get; init; } = [];

    /// <summary>The decision names one of these domains.</summary>
    public IReadOnlyCollection<string> Domains { get; init; } = [];

    /// <summary>What a reviewed report counts in this domain.</summary>
    /// <param name="review">A review.</param>
    /// <returns>Its counts.</returns>
    public ReviewCounts CountsOf(Review review)
    {
        ArgumentNullException.ThrowIfNull(review);
        return review.FindingCase switch
        {
            Review.FindingOneofCase.Crimes => CountsOf(review.Crimes),
            Review.FindingOneofCase.NoCrime => default,
            _ => throw new ArgumentException("The review is blank, and a blank is never a pass.", nameof(review)),
        };
    }

    /// <summary>What each of many reviewed reports counts in this domain, in their order.</summary>
    internal ReviewCounts[] CountsOf(IReadOnlyList<Review> reviews)
    {
        var counts = new ReviewCounts[reviews.Count];
        for (int i = 0; i < counts.Length; i++)
        {
            counts[i] = CountsOf(reviews[i]);
        }

        return counts;
    }

    /// <summary>Without a query over each report's decisions: an estimate comes here for every one of its reports.</summary>
    private ReviewCounts CountsOf(CrimesFound crimes)
    {
        ReviewCounts sum = default;
        for (int i = 0; i < crimes.Decisions.Count; i++)
        {
            CrimeDecision decision = crimes.Decisions[i];
            sum += Includes(decision) ? ReviewOutcomes.Of(decision.Outcome) : default;
        }

        return sum;
    }

    private bool Includes(CrimeDecision decision)
    {
        OffenceClass offence = reference.Classify(decision.Offence);
        return (Groups.Count == 0 || Groups.Contains(offence.Group()))
            && (Classes.Count == 0 || Classes.Contains(offence))
            && (Domains.Count == 0 || decision.Domains.Any(Domains.Contains));
    }
}
