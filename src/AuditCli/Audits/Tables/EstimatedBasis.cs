using CrimeAudit.V1;

namespace AuditCli.Audits.Tables;

/// <summary>An estimate on one basis, with the basis in words.</summary>
/// <param name="Name"><c>recorded at all</c>.</param>
/// <param name="Estimate">The estimate.</param>
internal sealed record EstimatedBasis(string Name, RatioEstimate Estimate)
{
    /// <summary>Every basis of an answer: at all and correctly are always shown together, and timeliness after them.</summary>
    public static IReadOnlyList<EstimatedBasis> Of(EstimateRecordingRateResponse answer) =>
    [
        new("recorded at all", answer.Recorded),
        new("recorded correctly", answer.RecordedCorrectly),
        new("in time, of recorded", answer.InTimeOfRecorded),
    ];
}
