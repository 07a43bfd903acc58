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
            Review.FindingOneofCase.Crimes => review.Crimes.Decisions.Where(Includes)
                .Aggregate(default(ReviewCounts), (sum, decision) => sum + ReviewOutcomes.Of(decision.Outcome)),
            Review.FindingOneofCase.NoCrime => default,
            _ => throw new ArgumentException("The review is blank, and a blank is never a pass.", nameof(review)),
        };
    }

    private bool Includes(CrimeDecision decision)
    {
        OffenceClass offence = reference.Classify(decision.Offence);
        return (Groups.Count == 0 || Groups.Contains(offence.Group()))
            && (Classes.Count == 0 || Classes.Contains(offence))
            && (Domains.Count == 0 || decision.Domains.Any(Domains.Contains));
    }
}
