using System.Globalization;
using AuditCore.Estimation;
using AuditCore.Recording;
using AuditCore.Reference;
using AuditServer.Errors;
using CrimeAudit.V1;
using GroupVolume = AuditCore.Estimation.GroupVolume;

namespace AuditServer.Rates;

/// <summary>A force-wide rate with the volumes that weight it.</summary>
/// <param name="Estimate">Of AuditCore.</param>
/// <param name="Volume">Recorded crime in the 12 months.</param>
/// <param name="Message">As the contract tells it.</param>
internal sealed record ForceWideAnswer(WeightedRateEstimate Estimate, CrimeVolume Volume, ForceWideEstimate Message);

/// <summary>Combines the rates of offence groups by the crime that the force recorded in each.</summary>
internal sealed class ForceWide(VolumeSets sets, IRecordingReference reference)
{
    /// <param name="design">What was reviewed of reports.</param>
    /// <param name="to">Last day of the 12 months.</param>
    /// <param name="options">Level and threshold.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <exception cref="Fault">VOLUMES_NOT_AVAILABLE.</exception>
    public async ValueTask<ForceWideAnswer> EstimateAsync(AuditDesign design, DateOnly to, EstimationOptions options, CancellationToken cancel)
    {
        ReviewedDesign reviewed = design.Reviewed.OfReports().Merged();
        VolumeSet set = await sets.RequireAsync(design.Audit.Document.Plan.VolumesVersion, cancel);
        CrimeVolume volume = VolumeSets.VolumeOf(set, design.Audit.Force, to);
        if (volume.Total <= 0 || VolumeGroups.All.Any(g => volume.Of(g.Group) < 0))
        {
            throw Faults.VolumesNotAvailable(
                $"Volumes version '{set.Version}' nets out to nothing or less for {design.Audit.Force} in the 12 months to {to:yyyy-MM-dd}.");
        }

        Dictionary<string, IReadOnlyList<CountedStratum>> byGroup = VolumeGroups.All.ToDictionary(
            g => g.Name, g => CountedStratum.Of(reviewed, new ReviewDomain(reference) { Groups = [g.Group] }), StringComparer.Ordinal);
        GroupVolume[] volumes = [.. VolumeGroups.All.Select(g => VolumeWeights.Of(g.Name, volume.Of(g.Group)))];
        WeightedRateEstimate estimate = WeightedRateEstimator.Estimate(volumes, Grouped(reviewed, byGroup), options);
        var message = new ForceWideEstimate
        {
            DegreesOfFreedom = estimate.DegreesOfFreedom,
            Wald = estimate.Intervals.Wald.ToMessage(),
            VolumesTo = to.ToString("O", CultureInfo.InvariantCulture),
            VolumesVersion = set.Version,
        };
        message.Groups.AddRange(VolumeGroups.All.Select(g => new GroupEstimate
        {
            OffenceGroup = g.Message,
            Volume = volume.Of(g.Group),
            Estimate = RatioEstimator.Estimate(CountedStratum.OnBasis(byGroup[g.Name], c => c.AtAll), options).ToMessage(),
        }));
        SetRate(message, estimate);
        return new ForceWideAnswer(estimate, volume, message);
    }

    /// <summary>Adds the worst and the best case to an answer that has cases.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="strata">The strata of reports.</param>
    /// <param name="volume">Recorded crime that weights the groups.</param>
    public void AddCases(EstimateRecordingRateResponse response, IReadOnlyList<UndecidedStratum> strata, CrimeVolume volume)
    {
        if (response.WorstCase is null)
        {
            return;
        }

        var bounds = CaseBounds.ForceWide(
            [.. VolumeGroups.All.Select(g => (volume.Of(g.Group), UndecidedCases.BoundsOf(strata, new ReviewDomain(reference) { Groups = [g.Group] }, c => c.AtAll)))]);
        if (bounds is { Worst: { } worst, Best: { } best })
        {
            (response.WorstCase.ForceWide, response.BestCase.ForceWide) = (worst, best);
        }
    }

    private static void SetRate(ForceWideEstimate message, WeightedRateEstimate estimate)
    {
        if (estimate.Rate is { } rate)
        {
            message.Rate = rate;
        }

        if (estimate.StandardError is { } error)
        {
            message.StandardError = error;
        }
    }

    private static GroupedStratum[] Grouped(ReviewedDesign design, Dictionary<string, IReadOnlyList<CountedStratum>> byGroup) =>
        design.Strata.Count == 0
            ? [GroupedStratumOf("", 0, byGroup, _ => [])]
            : [.. design.Strata.Select((s, i) => GroupedStratumOf(s.Name, s.FrameSize, byGroup, group => group[i].Reports))];

    private static GroupedStratum GroupedStratumOf(
        string name,
        long size,
        Dictionary<string, IReadOnlyList<CountedStratum>> byGroup,
        Func<IReadOnlyList<CountedStratum>, IEnumerable<ReviewCounts>> reports) =>
        new(name, size, byGroup.ToDictionary(
            g => g.Key, g => (IReadOnlyList<ReportCounts>)[.. reports(g.Value).Select(c => c.AtAll)], StringComparer.Ordinal));
}
