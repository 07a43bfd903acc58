using CrimeAudit.V1;

namespace AuditCli.Demo;

/// <summary>What an inspection came to, all of it answered by the service.</summary>
/// <param name="Name">Its name.</param>
/// <param name="AuditId">The audit.</param>
/// <param name="Strata">The frame's strata.</param>
/// <param name="Items">The sample with its reviews, by stratum, in ticket order.</param>
/// <param name="Estimates">Estimates by domain.</param>
/// <param name="ForceWide">The force-wide rate; null where it was not asked for.</param>
/// <param name="NotRecorded">Crimes not recorded a year; null where it was not asked for.</param>
internal sealed record InspectionResult(
    string Name,
    string AuditId,
    IReadOnlyList<FrameStratum> Strata,
    IReadOnlyDictionary<string, List<SampleItem>> Items,
    IReadOnlyList<(string Domain, EstimateRecordingRateResponse Answer)> Estimates,
    ForceWideEstimate? ForceWide,
    EstimateNotRecordedResponse? NotRecorded)
{
    /// <summary>The estimate of a domain.</summary>
    public EstimateRecordingRateResponse Of(string domain) => Estimates.Single(e => e.Domain == domain).Answer;
}
