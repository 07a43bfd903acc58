using AuditCore.Estimation;
using AuditCore.Recording;
using AuditServer.Audits;
using AuditServer.Audits.Plans;
using AuditServer.Errors;
using AuditServer.Ledger;
using AuditServer.Security;
using CrimeAudit.V1;
using Google.Protobuf.WellKnownTypes;
using Microsoft.Extensions.Options;

namespace AuditServer.Rates;

/// <summary>Estimates recording rates from the reviews of an audit.</summary>
internal sealed class AuditEstimates(
    AuditDesigns designs, ForceWide forceWide, IRecordingReference reference, IOptions<RateOptions> settings, TimeProvider clock)
{
    /// <summary>Estimates on every basis in a domain. Where there is no estimate, the counts are told all the same, with the reason.</summary>
    /// <param name="request">The question.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="permit">Throws unless the caller may ask about an audit of a force.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <exception cref="Fault">INVALID_FIELDS, UNKNOWN_AUDIT, AUDIT_STATE, FORCE_NOT_PERMITTED, VOLUMES_NOT_AVAILABLE.</exception>
    public async Task<EstimateRecordingRateResponse> EstimateAsync(
        EstimateRecordingRateRequest request, Caller caller, Action<string> permit, CancellationToken cancel)
    {
        EstimateDomain domain = request.Domain ?? new EstimateDomain();
        EstimationOptions options = Check(request, domain);
        AuditDesign design = await designs.ReadAsync(request.AuditId, caller, permit, cancel);
        return (await OfAsync(design, domain, request.Weighting, options, cancel)).Response;
    }

    /// <summary>Estimates all crime with every default, to be logged as an audit is made final: nothing is left to be judged then, so whoever
    /// ends it is told, whatever that one reviewed.</summary>
    /// <exception cref="Fault">UNKNOWN_AUDIT, AUDIT_STATE, FORCE_NOT_PERMITTED.</exception>
    public async Task<EstimateRecordingRateResponse> ToEndAsync(string auditId, Action<string> permit, CancellationToken cancel)
    {
        AuditDesign design = await designs.ReadWholeAsync(auditId, caller: null, permit, cancel);
        var options = new EstimationOptions { LowCountBelow = settings.Value.LowCountBelow };
        return (await OfAsync(design, new EstimateDomain(), Weighting.Unspecified, options, cancel)).Response;
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
        AuditDesign reports = design.OfReports();
        var rate = RecordingRate.Of(reports.Reviewed.Only(domain.Strata), about, options);
        EstimateRecordingRateResponse response = rate.ToMessage();
        response.Interim = reports.Unsettled > 0;
        response.PendingReviews = reports.PendingReviews;
        response.Unsettled = reports.Unsettled;
        response.AsOf = design.Head.ToAsOf(clock.GetUtcNow());
        UndecidedStratum[] undecided =
            [.. reports.Strata.Where(s => domain.Strata.Count == 0 || domain.Strata.Contains(s.Name)).Select(s => s.Undecided)];
        UndecidedCases.AddTo(response, undecided, about);
        WeightedRateEstimate? weighted = null;
        if (weighting == Weighting.RecordedVolumes)
        {
            ForceWideAnswer answer = await forceWide.EstimateAsync(reports, PlanWindow.Of(design.Audit.Document.Plan).Last, options, cancel);
            response.Method += "; force-wide: groups combined by recorded volumes, p = ΣV/Σ(V/p)";
            (response.ForceWide, weighted) = (answer.Message, answer.Estimate);
            forceWide.AddCases(response, undecided, answer.Volume);
        }

        return new AuditEstimate(response, rate.Recorded, rate.Correctly, rate.InTime, weighted);
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
}
