using System.Globalization;
using AuditCore.Sampling;
using CrimeAudit.V1;

namespace AuditServer.Audits.Reviews;

/// <summary>
/// Which items are reviewed twice. Each item has a ticket for it, made of the audit's seed and the purpose, so nobody could pick
/// and anyone can check: chosen is whose ticket, read as a fraction, is below the share.
/// </summary>
internal static class ReviewTickets
{
    private const string SecondReview = "second-review";
    private const string PassReview = "pass-review";
    private const int Digits = 15;
    private const double Whole = 1e15;

    /// <summary>Whether two review the item blind.</summary>
    public static bool AsksForSecond(Audit audit, string unitId) =>
        IsChosen(audit, SecondReview, unitId, audit.Plan.ReviewPolicy?.SecondReviewShare ?? 0);

    /// <summary>Whether the item is reviewed again should it pass. What two agree on is not.</summary>
    public static bool AsksForPassReview(Audit audit, string unitId) =>
        IsChosen(audit, PassReview, unitId, audit.Plan.ReviewPolicy?.PassReviewShare ?? 0) && !AsksForSecond(audit, unitId);

    private static bool IsChosen(Audit audit, string purpose, string unitId, double share) =>
        share > 0 &&
        long.Parse(Ticket.Of($"{audit.Seed.Seed}/{purpose}", unitId).Text.AsSpan(0, Digits), CultureInfo.InvariantCulture) < share * Whole;
}
