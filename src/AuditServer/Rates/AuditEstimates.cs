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
        EstimateQuestion.RequireStrata(domain, design);

        AuditDesign reports = design.OfReports();
        ReviewedDesign asked = reports.Reviewed.Only(domain.Strata);
        EstimateRecordingRateResponse response = RecordingRate.Of(asked, EstimateQuestion.Read(domain, reference), options).ToMessage();
        response.Interim = reports.Unsettled > 0;
        response.PendingReviews = reports.PendingReviews;
        response.Unsettled = reports.Unsettled;
        response.AsOf = design.Head.ToAsOf(clock.GetUtcNow());
        if (request.Weighting == Weighting.RecordedVolumes)
        {
            DateOnly to = PlanWindow.Of(design.Audit.Document.Plan).Last;
            response.Method += "; force-wide: groups combined by recorded volumes, p = ΣV/Σ(V/p)";
            response.ForceWide = (await forceWide.EstimateAsync(reports, to, options, cancel)).Message;
        }

        return response;
    }

    private EstimationOptions Check(EstimateRecordingRateRequest request, EstimateDomain domain)
    {
        var violations = new Violations();
        violations.Name("audit_id", request.AuditId);
        violations.Defined("weighting", request.Weighting, zeroAllowed: true);
        EstimateQuestion.Check(domain, violations);
        if (request.Weighting == Weighting.RecordedVolumes && !EstimateQuestion.IsEmpty(domain))
        {
            violations.Add("domain", "must be empty with recorded volumes: they are of all the crime that the force recorded");
        }

        double level = EstimateQuestion.Level(request.ConfidenceLevel, violations);
        violations.ThrowIfAny();
        return new EstimationOptions { Level = level, LowCountBelow = settings.Value.LowCountBelow };
    }
}
