using CrimeAudit.V1;

namespace AuditCore.Estimation;

/// <summary>A stratum of an audit with what of it is not decided yet.</summary>
/// <param name="Name">Its name in the plan.</param>
/// <param name="FrameSize">Units in the frame, N_h.</param>
/// <param name="Decided">The reviews that stand.</param>
/// <param name="Disputed">Of each report that is disputed, in arbitration after it, or reopened, what was first decided.</param>
/// <param name="AwaitingSecond">Of each report of which another blind review is due, or whose two reviewers differ, what was first decided.</param>
/// <param name="Unavailable">Reports that cannot be had, and that others stand in for.</param>
public sealed record UndecidedStratum(
    string Name,
    long FrameSize,
    IReadOnlyList<Review> Decided,
    IReadOnlyList<Review> Disputed,
    IReadOnlyList<Review> AwaitingSecond,
    int Unavailable)
{
    /// <summary>The stratum counted in a domain.</summary>
    internal UndecidedCounts In(ReviewDomain domain) => new(
        this, domain.CountsOf(Decided), [.. domain.CountsOf(Disputed), .. domain.CountsOf(AwaitingSecond)]);
}
