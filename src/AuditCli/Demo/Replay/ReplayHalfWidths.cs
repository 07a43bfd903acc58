using AuditCore.Estimation;
using AuditCore.Recording;
using CrimeAudit.V1;
using Group = AuditCore.Reference.OffenceGroup;
using Stratum = AuditCore.Estimation.Stratum;

namespace AuditCli.Demo.Replay;

/// <summary>Whether reviews, before they are submitted, would give the published half-widths.</summary>
internal static class ReplayHalfWidths
{
    private const double TolerancePoints = 0.14;

    public static bool AreMet(
        PublishedInspection inspection, ReplayTargets targets, IReadOnlyDictionary<string, IReadOnlyList<Review>> reviews)
    {
        var violence = new ReviewDomain(new PublishedReference()) { Groups = [Group.Violence] };
        return IsNear(targets.ViolenceHalfWidth, () => RatioEstimator.Estimate(Strata(inspection, reviews, violence)).StandardError)
            && IsNear(targets.OverallHalfWidth, () => ForceWideError(inspection, targets, reviews));
    }

    private static bool IsNear(double? published, Func<double?> standardError) =>
        published is not { } points || Math.Abs((100 * 1.959964 * standardError()!.Value) - points) <= TolerancePoints;

    private static double? ForceWideError(
        PublishedInspection inspection, ReplayTargets targets, IReadOnlyDictionary<string, IReadOnlyList<Review>> reviews)
    {
        Dictionary<string, ReviewDomain> domains = new[] { Group.Violence, Group.Sexual, Group.Other }
            .ToDictionary(g => g.ToString(), g => new ReviewDomain(new PublishedReference()) { Groups = [g] });
        GroupedStratum[] strata =
        [
            .. FrameSizes(inspection).Select(s => new GroupedStratum(
                s.Name, s.Frame, domains.ToDictionary(d => d.Key, d => Counts(reviews[s.Name], d.Value)))),
        ];
        return WeightedRateEstimator.Estimate(
            [.. targets.Volumes.Select(v => VolumeWeights.Of(v.Key.ToString(), v.Value))], strata).StandardError;
    }

    private static Stratum[] Strata(
        PublishedInspection inspection, IReadOnlyDictionary<string, IReadOnlyList<Review>> reviews, ReviewDomain domain) =>
        [.. FrameSizes(inspection).Select(s => new Stratum(s.Name, s.Frame, Counts(reviews[s.Name], domain)))];

    private static IReadOnlyList<ReportCounts> Counts(IReadOnlyList<Review> reviews, ReviewDomain domain) =>
        [.. reviews.Select(r => domain.CountsOf(r).AtAll)];

    private static IEnumerable<(string Name, long Frame)> FrameSizes(PublishedInspection inspection) =>
        inspection.Censuses.Select(c => (c.Name, (long)c.Required)).Concat(inspection.Sampled.Select(s => (s.Name, (long)s.Frame)));
}
