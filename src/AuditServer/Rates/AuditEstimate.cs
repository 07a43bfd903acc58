using AuditCore.Estimation;
using CrimeAudit.V1;

namespace AuditServer.Rates;

/// <summary>Estimates of an audit, as told and as AuditCore has them.</summary>
/// <param name="Response">As the contract tells them.</param>
/// <param name="Recorded">Recorded at all.</param>
/// <param name="Correctly">Recorded in the right class.</param>
/// <param name="InTime">In time of recorded.</param>
/// <param name="ForceWide">Weighted by recorded volumes, where asked for.</param>
internal sealed record AuditEstimate(
    EstimateRecordingRateResponse Response, RateEstimate Recorded, RateEstimate Correctly, RateEstimate InTime, WeightedRateEstimate? ForceWide);
