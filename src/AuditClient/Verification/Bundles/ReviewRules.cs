using AuditCore.Sampling;
using CrimeAudit.V1;
using Google.Protobuf.WellKnownTypes;

namespace CrimeAudit.Client;

/// <summary>What a plan asks of the reviews of its sample: how often, how long, by whom.</summary>
internal sealed class ReviewRules
{
    private const long DaySeconds = 24 * 60 * 60;

    private readonly AuditPlan plan;
    private readonly string seed;

    /// <param name="plan">The plan.</param>
    /// <param name="seed">The audit's seed; asked for once something is drawn.</param>
    /// <exception cref="ProofRejectedException">The response window is not 1 to 90 whole days.</exception>
    public ReviewRules(AuditPlan plan, string? seed)
    {
        (this.plan, this.seed) = (plan, seed ?? "");
        Duration window = plan.ReviewPolicy?.ResponseWindow ?? Duration.FromTimeSpan(ReviewWindow.Usual);
        if (window.Nanos != 0 || window.Seconds % DaySeconds != 0 || window.Seconds / DaySeconds is < 1 or > ReviewWindow.LongestDays)
        {
            throw new ProofRejectedException(ProofFault.CourseBroken, $"The plan gives the force {window.Seconds} s to answer, which is not 1 to {ReviewWindow.LongestDays} whole days.");
        }

        WindowMicros = window.Seconds * 1_000_000;
    }

    /// <summary>How long the force may answer, µs.</summary>
    public long WindowMicros { get; }

    /// <summary>Where a report stands after a first review.</summary>
    /// <param name="unitId">The report.</param>
    /// <param name="fails">Whether the review found something against the force.</param>
    public UnitStanding AfterFirst(string unitId, bool fails) =>
        ReviewTickets.AsksForSecond(plan, seed, unitId) ? UnitStanding.SecondDue
        : fails ? UnitStanding.WithForce
        : ReviewTickets.AsksForPassReview(plan, seed, unitId) ? UnitStanding.PassReviewDue
        : UnitStanding.Settled;

    /// <summary>Whether the plan lets somebody arbitrate; a plan that names nobody leaves it to leads, whose roles no bundle shows.</summary>
    public bool MayArbitrate(string subject) =>
        plan.ReviewPolicy is not { Arbitrators.Count: > 0 } policy || policy.Arbitrators.Contains(subject);
}
