using System.Globalization;
using CrimeAudit.V1;

namespace AuditCore.Sampling;

/// <summary>
/// Which items are reviewed twice. Each item has a ticket for it, made of the audit's seed and the purpose, so nobody could pick
/// and anyone can check: chosen is whose ticket, read as a fraction, is below the share.
/// </summary>
public static class ReviewTickets
{
    private const string SecondReview = "second-review";
    private const string PassReview = "pass-review";
    private const int Digits = 15;
    private const double Whole = 1e15;

    /// <summary>Whether two review the item blind.</summary>
    /// <param name="plan">The audit's plan; one without a review policy asks for none.</param>
    /// <param name="seed">The audit's seed, not empty.</param>
    /// <param name="unitId">The item's unit.</param>
    /// <returns>Whether its ticket is below the share of second reviews.</returns>
    public static bool AsksForSecond(AuditPlan plan, string seed, string unitId)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return IsChosen(seed, SecondReview, unitId, plan.ReviewPolicy?.SecondReviewShare ?? 0);
    }

    /// <summary>Whether the item is reviewed again should it pass. What two agree on is not.</summary>
    /// <param name="plan">The audit's plan; one without a review policy asks for none.</param>
    /// <param name="seed">The audit's seed, not empty.</param>
    /// <param name="unitId">The item's unit.</param>
    /// <returns>Whether its ticket is below the share of passes reviewed again, and two do not review it anyway.</returns>
    public static bool AsksForPassReview(AuditPlan plan, string seed, string unitId)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return IsChosen(seed, PassReview, unitId, plan.ReviewPolicy?.PassReviewShare ?? 0) && !AsksForSecond(plan, seed, unitId);
    }

    private static bool IsChosen(string seed, string purpose, string unitId, double share) =>
        share > 0 &&
        long.Parse(Ticket.Of($"{seed}/{purpose}", unitId).Text.AsSpan(0, Digits), CultureInfo.InvariantCulture) < share * Whole;
}
