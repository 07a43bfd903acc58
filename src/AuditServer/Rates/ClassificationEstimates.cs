using AuditCore.Estimation;
using AuditServer.Audits;
using AuditServer.Errors;
using AuditServer.Ledger;
using AuditServer.Security;
using CrimeAudit.V1;
using Microsoft.Extensions.Options;

namespace AuditServer.Rates;

/// <summary>
/// Estimates which share of cancelled crimes, and of N100s, was right. They answer another question than a recording rate and are never
/// mixed with one, nor with each other.
/// </summary>
internal sealed class ClassificationEstimates(AuditDesigns designs, IOptions<RateOptions> settings, TimeProvider clock)
{
    /// <summary>Estimates both, overall and by stratum; what the plan has no stratum of is absent.</summary>
    /// <param name="request">The question.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="permit">Throws unless the caller may ask about an audit of a force.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <exception cref="Fault">INVALID_FIELDS, UNKNOWN_AUDIT, AUDIT_STATE, FORCE_NOT_PERMITTED.</exception>
    public async Task<EstimateClassificationResponse> EstimateAsync(
        EstimateClassificationRequest request, Caller caller, Action<string> permit, CancellationToken cancel)
    {
        var violations = new Violations();
        violations.Name("audit_id", request.AuditId);
        double level = EstimateQuestion.Level(request.ConfidenceLevel, violations);
        violations.ThrowIfAny();

        return Of(await designs.ReadAsync(request.AuditId, caller, permit, cancel), level);
    }

    /// <summary>The same with every default, to be logged as an audit is made final: as <see cref="AuditEstimates.ToEndAsync"/>.</summary>
    /// <exception cref="Fault">UNKNOWN_AUDIT, AUDIT_STATE, FORCE_NOT_PERMITTED.</exception>
    public async Task<EstimateClassificationResponse> ToEndAsync(string auditId, Action<string> permit, CancellationToken cancel) =>
        Of(await designs.ReadWholeAsync(auditId, caller: null, permit, cancel), ConfidenceLevel.Default);

    private EstimateClassificationResponse Of(AuditDesign design, double level)
    {
        AuditDesign records = design.OfRecords();
        var options = new EstimationOptions { Level = level, LowCountBelow = settings.Value.LowCountBelow };
        EstimateClassificationResponse response = ClassificationShares.Of(records.Reviewed, options);
        response.Interim = records.Unsettled > 0;
        response.PendingReviews = records.PendingReviews;
        response.Unsettled = records.Unsettled;
        response.AsOf = records.Head.ToAsOf(clock.GetUtcNow());
        return response;
    }
}
