using AuditCore.Recording;
using CrimeAudit.V1;

namespace AuditServer.Overdue.Watching;

/// <summary>Why a crime is in no list any more.</summary>
/// <param name="Answer">What answers it; open when nothing does; unspecified when nobody alleges or presumes it any more.</param>
/// <param name="AnsweredBy">The crime record, the N-code, or empty.</param>
/// <param name="Reason">Why it was not recorded, when that is the answer.</param>
internal sealed record OverdueResolution(AllegedCrimeAnswer Answer, string AnsweredBy, NotRecordedReason Reason)
{
    /// <summary>It is alleged or presumed no more.</summary>
    public static OverdueResolution Gone { get; } = new(AllegedCrimeAnswer.Unspecified, "", NotRecordedReason.Unspecified);

    public static OverdueResolution Of(AllegedCrimeFold crime) => new(
        crime.Answer,
        crime.AnsweredBy,
        crime is { Answer: AllegedCrimeAnswer.NotRecorded, Decision: { } decision } ? decision.Reason : NotRecordedReason.Unspecified);
}
