using AuditCore.Evidence;
using CrimeAudit.V1;

namespace CrimeAudit.Client;

/// <summary>
/// Verifies evidence bundles of audits with nothing but the log's key: that every step is in the log that was signed; that commitments
/// stand before the freeze and reveals after it; that frame, seed and tickets give the sample; that the reviews give the estimate. All
/// of it by code written apart from the service's, but for the draw and the estimators themselves.
/// </summary>
public static class EvidenceBundle
{
    /// <summary>Verifies a bundle.</summary>
    /// <param name="bundle">Its bytes; read to the end, left open.</param>
    /// <param name="log">The log that it must be of.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>What it proves.</returns>
    /// <exception cref="ProofRejectedException">Something of it is damaged, forged, or not as it must be; <see cref="ProofRejectedException.Fault"/> says what.</exception>
    public static async Task<BundleReport> VerifyAsync(Stream bundle, TrustedLog log, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        ArgumentNullException.ThrowIfNull(log);
        BundleContent content = await BundleContent.ReadAsync(bundle, log, cancellationToken).ConfigureAwait(false);
        AuditCourse course = AuditCourse.Of(content.Steps);
        IReadOnlyList<IReadOnlyList<string>> frame = BundleFrame.Require(course, content.Units);
        BundleSample sample = BundleSample.Require(course, frame, content.Tickets);
        var reviews = new BundleReviews(course, sample);
        reviews.TakeAll();
        if (course.Finalized is not null)
        {
            FinalEstimate.Require(course, reviews);
        }

        AuditFinalized? final = course.Finalized?.Event.Finalized;
        return new BundleReport
        {
            AuditId = content.AuditId,
            Plan = course.Plan,
            State = course.State,
            Checkpoint = content.Checkpoint,
            Steps = content.Steps,
            Guarantee = course.Guarantee,
            WithheldBy = course.WithheldBy,
            Frame = course.Frozen?.Event.Frozen.Frame,
            Strata = [.. reviews.Design.Strata.Select(s => new BundleStratum(s.Name, s.FrameSize, s.Drawn, s.Reviews.Count))],
            Estimate = final?.Estimate,
            Classification = final?.Classification,
        };
    }
}
