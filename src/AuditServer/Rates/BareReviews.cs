using CrimeAudit.V1;

namespace AuditServer.Rates;

/// <summary>
/// Reviews with no more in them than estimates read: of crimes their offence, outcome and domains, of records the verdict. Those that say
/// the same are one, so thousands of them take the room of a few.
/// </summary>
internal sealed class BareReviews
{
    private readonly Dictionary<Review, Review> distinct = [];

    /// <summary>How much the distinct ones hold: they and their decisions.</summary>
    public long Size => distinct.Keys.Sum(r => 1L + (r.Crimes?.Decisions.Count ?? 0));

    /// <summary>What estimates read of a review.</summary>
    public Review Of(Review review)
    {
        Review bare = Strip(review);
        if (distinct.TryGetValue(bare, out Review? same))
        {
            return same;
        }

        distinct.Add(bare, bare);
        return bare;
    }

    /// <summary>Takes what is wanted and leaves the rest, so that a field that reviews have one day is left too.</summary>
    private static Review Strip(Review review) => review.FindingCase switch
    {
        Review.FindingOneofCase.Crimes => new Review { Crimes = new CrimesFound { Decisions = { review.Crimes.Decisions.Select(Strip) } } },
        Review.FindingOneofCase.NoCrime => new Review { NoCrime = new NoCrimeRequired() },
        Review.FindingOneofCase.Cancellation =>
            new Review { Cancellation = new CancellationFound { Verdict = review.Cancellation.Verdict } },
        Review.FindingOneofCase.Classification =>
            new Review { Classification = new ClassificationFound { Verdict = review.Classification.Verdict } },
        _ => new Review(),
    };

    private static CrimeDecision Strip(CrimeDecision decision) => new()
    {
        Offence = decision.Offence,
        Outcome = decision.Outcome,
        Domains = { decision.Domains },
    };
}
