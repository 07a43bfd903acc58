using AuditCore.Estimation;
using AuditServer.Audits;
using AuditServer.Errors;
using AuditServer.Ledger;
using CrimeAudit.V1;
using Microsoft.Extensions.Options;

namespace AuditServer.Rates;

/// <summary>
/// Estimates which share of cancelled crimes, and of N100s, was right. They answer another question than a recording rate and are never
/// mixed with one, nor with each other.
/// </summary>
internal sealed class ClassificationEstimates(IAuditReads reads, IOptions<RateOptions> settings, TimeProvider clock)
{
    private const string Method =
        "Stratified estimate of a share, linearised variance with finite population correction, each record one; verdicts by " + RecordVerdicts.Version;

    /// <summary>Estimates both, overall and by stratum; what the plan has no stratum of is absent.</summary>
    /// <param name="request">The question.</param>
    /// <param name="permit">Throws unless the caller may ask about an audit of a force.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <exception cref="Fault">INVALID_FIELDS, UNKNOWN_AUDIT, AUDIT_STATE, FORCE_NOT_PERMITTED.</exception>
    public async Task<EstimateClassificationResponse> EstimateAsync(
        EstimateClassificationRequest request, Action<string> permit, CancellationToken cancel)
    {
        var violations = new Violations();
        violations.Name("audit_id", request.AuditId);
        double level = EstimateQuestion.Level(request.ConfidenceLevel, violations);
        violations.ThrowIfAny();

        AuditDesign design = await AuditDesign.ReadAsync(reads, request.AuditId, permit, cancel);
        AuditDesign cancelled = design.Of(Population.CancelledCrimes);
        AuditDesign n100s = design.Of(Population.N100S);
        var options = new EstimationOptions { Level = level, LowCountBelow = settings.Value.LowCountBelow };
        return new EstimateClassificationResponse
        {
            CancelledCrimes = Estimate(cancelled, options),
            N100S = Estimate(n100s, options),
            Interim = cancelled.Unsettled + n100s.Unsettled > 0,
            PendingReviews = cancelled.PendingReviews + n100s.PendingReviews,
            Unsettled = cancelled.Unsettled + n100s.Unsettled,
            ConfidenceLevel = level,
            Method = Method,
            AsOf = design.Head.ToAsOf(clock.GetUtcNow()),
            MergedStrata = { cancelled.Merged().Merges, n100s.Merged().Merges },
        };
    }

    private static ClassificationEstimate? Estimate(AuditDesign design, EstimationOptions options)
    {
        if (design.Strata.Count == 0)
        {
            return null;
        }

        IReadOnlyList<DesignStratum> strata = design.Merged().Strata;
        return new ClassificationEstimate
        {
            Right = Share(strata, RecordVerdicts.Right, options),
            RightUnderCode = Share(strata, RecordVerdicts.RightUnderCode, options),
            Strata = { strata.Select(s => ToMessage(s, options)) },
        };
    }

    private static ClassificationStratum ToMessage(DesignStratum stratum, EstimationOptions options) => new()
    {
        Stratum = stratum.Name,
        FrameSize = stratum.FrameSize,
        Drawn = stratum.Drawn,
        Reviewed = stratum.Reviews.Count,
        Right = Counted(stratum, RecordVerdicts.Right).Sum(c => c.Numerator),
        RightUnderCode = Counted(stratum, RecordVerdicts.RightUnderCode).Sum(c => c.Numerator),
        Estimate = Share([stratum], RecordVerdicts.Right, options),
    };

    private static RatioEstimate Share(
        IReadOnlyList<DesignStratum> strata, Func<RecordVerdict, ReportCounts> basis, EstimationOptions options) =>
        RatioEstimator.Estimate(
            [.. strata.Select(s => new AuditCore.Estimation.Stratum(s.Name, s.FrameSize, [.. Counted(s, basis)]))], options).ToMessage();

    private static IEnumerable<ReportCounts> Counted(DesignStratum stratum, Func<RecordVerdict, ReportCounts> basis) =>
        stratum.Reviews.Select(r => basis(RecordVerdicts.Of(r)));
}
