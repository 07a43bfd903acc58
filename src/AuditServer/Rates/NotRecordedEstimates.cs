using AuditCore.Estimation;
using AuditServer.Audits;
using AuditServer.Audits.Plans;
using AuditServer.Errors;
using AuditServer.Ledger;
using AuditServer.Security;
using CrimeAudit.V1;
using Google.Protobuf.WellKnownTypes;

namespace AuditServer.Rates;

/// <summary>Estimates the crimes not recorded in a year from a force-wide rate and the volume that was recorded.</summary>
internal sealed class NotRecordedEstimates(AuditDesigns designs, ForceWide forceWide, TimeProvider clock)
{
    /// <param name="request">The question.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="permit">Throws unless the caller may ask about an audit of a force.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <exception cref="Fault">As for rates; also NO_ESTIMATE.</exception>
    public async Task<EstimateNotRecordedResponse> EstimateAsync(
        EstimateNotRecordedRequest request, Caller caller, Action<string> permit, CancellationToken cancel)
    {
        var violations = new Violations();
        violations.Name("audit_id", request.AuditId);
        DateOnly? asked = request.VolumesTo.Length == 0 ? null : violations.Day("volumes_to", request.VolumesTo);
        double level = EstimateQuestion.Level(request.ConfidenceLevel, violations);
        violations.ThrowIfAny();

        AuditDesign design = (await designs.ReadAsync(request.AuditId, caller, permit, cancel)).OfReports();
        DateOnly to = asked ?? PlanWindow.Of(design.Audit.Document.Plan).Last;
        ForceWideAnswer answer = await forceWide.EstimateAsync(design, to, new EstimationOptions { Level = level }, cancel);
        return new EstimateNotRecordedResponse
        {
            NotRecorded = Point(design, answer),
            Wald = Range(answer),
            Volume = answer.Volume.Total,
            ForceWide = answer.Message,
            Interim = design.Unsettled > 0,
            AsOf = design.Head.ToAsOf(clock.GetUtcNow()),
        };
    }

    private static double Point(AuditDesign design, ForceWideAnswer answer)
    {
        WeightedRateEstimate estimate = answer.Estimate;
        return estimate.Rate is { } rate && NotRecorded.Of(answer.Volume.Total, rate) is { } crimes
            ? crimes
            : throw Faults.NoEstimate(
                design.Audit.Id,
                EstimateMessages.CodeOf(estimate.Reason),
                $"There is no force-wide rate: {EstimateMessages.InWords(estimate.Reason, estimate.Concerned)}.");
    }

    /// <summary>Absent where the rate's interval reaches 0: from there nothing can be projected.</summary>
    private static CrimeAudit.V1.Interval? Range(ForceWideAnswer answer) =>
        answer.Estimate.Intervals.Wald is { } wald && NotRecorded.Range(answer.Volume.Total, wald) is { Lower: { } lower, Upper: { } upper }
            ? new CrimeAudit.V1.Interval { Lower = lower, Upper = upper }
            : null;
}
