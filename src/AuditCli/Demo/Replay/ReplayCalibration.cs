using CrimeAudit.V1;

namespace AuditCli.Demo.Replay;

/// <summary>
/// Chooses, for a seed, how many crimes the sampled reports required and how many of them were recorded, so that the
/// estimates come out at the published decimals. Published were rates, not these counts; many counts give the same rates,
/// and which are taken depends on the seed.
/// </summary>
internal sealed class ReplayCalibration(PublishedInspection inspection, ReplayTargets targets, DemoRandom random)
{
    private const int MostTries = 500_000;

    /// <summary>Counts by group.</summary>
    /// <exception cref="InvalidOperationException">No counts give the published figures.</exception>
    public IReadOnlyDictionary<OffenceGroup, StratumCounts> Solve()
    {
        for (int i = 0; i < MostTries; i++)
        {
            if (Try() is { } counts)
            {
                return counts;
            }
        }

        throw new InvalidOperationException($"No counts reproduce the inspection of {inspection.Name}.");
    }

    private Dictionary<OffenceGroup, StratumCounts>? Try()
    {
        if (OfGroup(OffenceGroup.Violence, targets.Violence) is not { } violence ||
            OfGroup(OffenceGroup.Sexual, targets.Sexual) is not { } sexual ||
            OfOther(violence, sexual) is not { } other)
        {
            return null;
        }

        var counts = new Dictionary<OffenceGroup, StratumCounts>
        {
            [OffenceGroup.Violence] = violence,
            [OffenceGroup.Sexual] = sexual,
            [OffenceGroup.Other] = other,
        };
        return IsNear(OverallByDesign(counts), targets.Overall) && LeavesRoomForDomesticAbuse(violence) ? counts : null;
    }

    /// <summary>Counts of a group whose own rate was published; its census reports count with weight 1.</summary>
    private StratumCounts? OfGroup(OffenceGroup group, double rate)
    {
        SampledStratum stratum = StratumOf(group);
        int required = random.Between((int)(stratum.Sample * 0.93), (int)(stratum.Sample * 1.03));
        (int census, int censusRecorded) = CensusOf(group);
        double total = (stratum.Weight * required) + census;
        int recorded = (int)Math.Round(((rate * total) - censusRecorded) / stratum.Weight);
        return recorded <= required && IsNear(((stratum.Weight * recorded) + censusRecorded) / total, rate)
            ? new StratumCounts(required, recorded)
            : null;
    }

    /// <summary>The third group's rate was not published; the force-wide rate p = ΣV / Σ(V/p) implies it.</summary>
    private StratumCounts? OfOther(StratumCounts violence, StratumCounts sexual)
    {
        SampledStratum stratum = StratumOf(OffenceGroup.Other);
        double rest = RequiredPerYear(OffenceGroup.Violence, violence) + RequiredPerYear(OffenceGroup.Sexual, sexual);
        double volume = targets.Volumes.Values.Sum();
        double rate = targets.Volumes[OffenceGroup.Other] / ((volume / targets.Overall) - rest);
        int required = random.Between((int)(stratum.Sample * 0.95), (int)(stratum.Sample * 1.03));
        var counts = new StratumCounts(required, (int)Math.Round(rate * required));
        double overall = volume / (rest + RequiredPerYear(OffenceGroup.Other, counts));
        return counts.Recorded <= counts.Required && IsNear(overall, targets.Overall) ? counts : null;
    }

    private double RequiredPerYear(OffenceGroup group, StratumCounts counts)
    {
        (double required, double recorded) = Weighted(group, counts);
        return targets.Volumes[group] * required / recorded;
    }

    private double OverallByDesign(Dictionary<OffenceGroup, StratumCounts> counts)
    {
        double required = counts.Sum(c => Weighted(c.Key, c.Value).Required);
        return counts.Sum(c => Weighted(c.Key, c.Value).Recorded) / required;
    }

    private (double Required, double Recorded) Weighted(OffenceGroup group, StratumCounts counts)
    {
        double weight = StratumOf(group).Weight;
        (int census, int censusRecorded) = CensusOf(group);
        return ((weight * counts.Required) + census, (weight * counts.Recorded) + censusRecorded);
    }

    private bool LeavesRoomForDomesticAbuse(StratumCounts violence) =>
        inspection.DomesticAbuse is not { } abuse ||
        (violence.Recorded >= abuse.Recorded && violence.Required - violence.Recorded >= abuse.Required - abuse.Recorded);

    private SampledStratum StratumOf(OffenceGroup group) => inspection.Sampled.Single(s => s.Group == group);

    private (int Required, int Recorded) CensusOf(OffenceGroup group) =>
        (inspection.Censuses.Where(c => c.Group == group).Sum(c => c.Required),
            inspection.Censuses.Where(c => c.Group == group).Sum(c => c.Recorded));

    private static bool IsNear(double rate, double target) => Math.Abs(rate - target) < ReplayTargets.Rounding;
}
