using CrimeAudit.V1;

namespace AuditCli.Demo.Replay;

/// <summary>Which simulated review each drawn item gets.</summary>
internal static class ReplayReviewPlan
{
    private const int MostTries = 200;

    /// <summary>Reviews whose totals are the published counts and whose estimates are the published rates.</summary>
    /// <exception cref="InvalidOperationException">The published half-widths cannot be met.</exception>
    public static IEnumerable<(string UnitId, Review Review)> Of(
        PublishedInspection inspection, ReplayTargets targets, IReadOnlyDictionary<string, List<SampleItem>> items, DemoRandom random)
    {
        var calibration = new ReplayCalibration(inspection, targets, random);
        for (int i = 0; i < MostTries; i++)
        {
            Dictionary<string, IReadOnlyList<Review>> reviews = Reviews(inspection, calibration.Solve(), random);
            if (ReplayHalfWidths.AreMet(inspection, targets, reviews))
            {
                return items.SelectMany(s => s.Value.Select((item, position) => (item.UnitId, reviews[s.Key][position])));
            }
        }

        throw new InvalidOperationException($"The half-widths of {inspection.Name} cannot be met.");
    }

    private static Dictionary<string, IReadOnlyList<Review>> Reviews(
        PublishedInspection inspection, IReadOnlyDictionary<OffenceGroup, StratumCounts> counts, DemoRandom random)
    {
        var simulated = new ReplayReviews(inspection, random);
        var reviews = new Dictionary<string, IReadOnlyList<Review>>(StringComparer.Ordinal);
        foreach (CensusStratum census in inspection.Censuses)
        {
            reviews.Add(census.Name, simulated.OfCensus(census));
        }

        foreach (SampledStratum stratum in inspection.Sampled)
        {
            reviews.Add(stratum.Name, simulated.OfSampled(stratum, counts[stratum.Group]));
        }

        return reviews;
    }
}
