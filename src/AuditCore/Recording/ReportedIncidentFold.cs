using CrimeAudit.V1;

namespace AuditCore.Recording;

/// <summary>A notifiable reported incident that was recorded instead of a crime.</summary>
/// <param name="SourceSystem">The system that told it.</param>
/// <param name="RequestId">Under which request: the two together name it, since the force gives it no reference of its own.</param>
/// <param name="Code">The N-code as published, <c>100/01</c>.</param>
/// <param name="RecordedTime">When it was recorded.</param>
public sealed record ReportedIncidentFold(string SourceSystem, string RequestId, string Code, EventTime RecordedTime)
{
    /// <summary>How the codes of reported incidents of rape (N100) begin.</summary>
    public const string OfRapePrefix = "100/";

    /// <summary>It is a reported incident of rape, N100.</summary>
    public bool IsOfRape => Code.StartsWith(OfRapePrefix, StringComparison.Ordinal);

    /// <summary>Reads it from the update that tells it.</summary>
    internal static ReportedIncidentFold Of(IncidentUpdate update) => new(
        update.Sender.SourceSystem, update.Sender.RequestId, update.ReportedIncidentRecorded.Code, update.EventTime);
}
