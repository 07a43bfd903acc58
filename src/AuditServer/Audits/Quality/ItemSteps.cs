using CrimeAudit.V1;

namespace AuditServer.Audits.Quality;

/// <summary>An item with what was done to it, in the order of the log.</summary>
internal sealed record ItemSteps(SampleItemRow Row, IReadOnlyList<AuditEvent> Steps)
{
    /// <summary>The blind reviews, in the order in which they came.</summary>
    public IReadOnlyList<Review> BlindReviews =>
        [.. Steps.Where(s => s.StepCase == AuditEvent.StepOneofCase.Reviewed).Select(s => s.Reviewed.Review)];
}
