using AuditCore.Estimation;
using AuditCore.Recording;
using AuditServer.Audits;
using AuditServer.Audits.Plans;
using AuditServer.Errors;
using AuditServer.Ledger;
using CrimeAudit.V1;
using Google.Protobuf.WellKnownTypes;
using Microsoft.Extensions.Options;

namespace AuditServer.Rates;

/// <summary>Estimates recording rates from the reviews of an audit.</summary>
internal sealed class AuditEstimates(IAuditReads reads, ForceWide forceWide, IRecordingReference reference, IOptions<RateOptions> settings, TimeProvider clock)
{
    /// <summary>Estimates on every basis in a domain. Where there is no estimate, the counts are told all the same, with the reason.</summary>
    /// <param name="request">The question.</param>
    /// <param name="permit">Throws unless the caller may ask about an audit of a force.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <exception cref="Fault">INVALID_FIELDS, UNKNOWN_AUDIT, AUDIT_STATE, FORCE_NOT_PERMITTED, VOLUMES_NOT_AVAILABLE.</exception>
    public async Task<EstimateRecordingRateResponse> EstimateAsync(
        EstimateRecordingRateRequest request, Action<string> permit, CancellationToken cancel)
    {
        EstimateDomain domain = request.Domain ?? new EstimateDomain();
        EstimationOptions options = Check(request, domain);
        AuditDesign design = await AuditDesign.ReadAsync(reads, request.AuditId, permit, cancel);
        return (await OfAsync(design, domain, request.Weighting, options, cancel)).Response;
    }

    /// <summary>Estimates from a design that was read, by a question that was checked.</summary>
    /// <param name="design">What was reviewed.</param>
    /// <param name="domain">About what.</param>
    /// <param name="weighting">How to weight.</param>
    /// <param name="options">Level and threshold.</param>
    /// <param name="cancel">Ends the reading of volumes.</param>
    /// <exception cref="Fault">INVALID_FIELDS: a stratum that the audit has not; VOLUMES_NOT_AVAILABLE.</exception>
    public async ValueTask<AuditEstimate> OfAsync(
        AuditDesign design, EstimateDomain domain, Weighting weighting, EstimationOptions options, CancellationToken cancel)
    {
        EstimateQuestion.RequireStrata(domain, design);
        ReviewDomain about = EstimateQuestion.Read(domain, reference);
        IReadOnlyList<CountedStratum> strata = CountedStratum.Of(design, about, domain.Strata);
        RateEstimate recorded = Estimate(strata, c => c.AtAll, options);
        RateEstimate correctly = Estimate(strata, c => c.Correctly, options);
        RateEstimate inTime = Estimate(strata, c => c.InTimeOfRecorded, options);
        var response = new EstimateRecordingRateResponse
        {
            Recorded = recorded.ToMessage(),
            RecordedCorrectly = correctly.ToMessage(),
            InTimeOfRecorded = inTime.ToMessage(),
            Interim = design.Unsettled > 0,
            PendingReviews = design.PendingReviews,
            Unsettled = design.Unsettled,
            ConfidenceLevel = options.Level,
            Method = MethodOf(weighting),
            AsOf = design.Head.ToAsOf(clock.GetUtcNow()),
        };
        response.Strata.AddRange(strata.Select(s => s.ToMessage()));
        UndecidedCases.AddTo(response, [.. design.Strata.Where(s => domain.Strata.Count == 0 || domain.Strata.Contains(s.Name))], about);
        WeightedRateEstimate? weighted = null;
        if (weighting == Weighting.RecordedVolumes)
        {
            ForceWideAnswer answer = await forceWide.EstimateAsync(design, PlanWindow.Of(design.Audit.Document.Plan).Last, options, cancel);
            (response.ForceWide, weighted) = (answer.Message, answer.Estimate);
            UndecidedCases.AddForceWide(response, design.Strata, answer.Volume, reference);
        }

        return new AuditEstimate(response, recorded, correctly, inTime, weighted);
    }

    private EstimationOptions Check(EstimateRecordingRateRequest request, EstimateDomain domain)
    {
        var violations = new Violations();
        violations.Name("audit_id", request.AuditId);
        EstimateQuestion.Check(domain, request.Weighting, violations);
        double level = EstimateQuestion.Level(request.ConfidenceLevel, violations);
        violations.ThrowIfAny();
        return new EstimationOptions { Level = level, LowCountBelow = settings.Value.LowCountBelow };
    }

    private static RateEstimate Estimate(
        IReadOnlyList<CountedStratum> strata, Func<ReviewCounts, ReportCounts> basis, EstimationOptions options) =>
        RatioEstimator.Estimate(CountedStratum.OnBasis(strata, basis), options);

    private static string MethodOf(Weighting weighting) =>
        "Stratified ratio estimate clustered by report, linearised variance with finite population correction; " +
        $"outcomes by {ReviewOutcomes.Version}" +
        (weighting == Weighting.RecordedVolumes ? "; force-wide: groups combined by recorded volumes, p = ΣV/Σ(V/p)" : "");
}
