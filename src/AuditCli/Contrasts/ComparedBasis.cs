using CrimeAudit.V1;

namespace AuditCli.Contrasts;

/// <summary>A pair of audits on one basis.</summary>
/// <param name="Pair">The pair.</param>
/// <param name="Name">The basis, as the contract names its field.</param>
/// <param name="Difference">The second less the first.</param>
internal sealed record ComparedBasis(AuditComparison Pair, string Name, RateDifference Difference)
{
    /// <summary>Every pair on every basis, in the order of the answer.</summary>
    public static IEnumerable<ComparedBasis> Of(CompareEstimatesResponse answer) => answer.Comparisons.SelectMany(pair => new[]
    {
        new ComparedBasis(pair, "recorded", pair.Recorded),
        new ComparedBasis(pair, "recorded_correctly", pair.RecordedCorrectly),
        new ComparedBasis(pair, "in_time_of_recorded", pair.InTimeOfRecorded),
        new ComparedBasis(pair, "force_wide", pair.ForceWide),
    }.Where(b => b.Difference is not null));
}
