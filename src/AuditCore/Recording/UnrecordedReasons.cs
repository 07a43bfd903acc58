using CrimeAudit.V1;

namespace AuditCore.Recording;

/// <summary>
/// Why nothing at all was recorded of a report. A duplicate, test or mistaken log, or one that another force records, is no failure,
/// and an audit leaves such reports out of its frame, counted by reason. Where one of its crimes was recorded, or is open, the report
/// stays in: the reviewer decides crime by crime.
/// </summary>
public static class UnrecordedReasons
{
    /// <summary>The reasons.</summary>
    /// <param name="state">The report.</param>
    /// <returns>
    /// Each once, in the order of the contract. None when nothing is alleged or presumed, or not all of it is answered by a recorded
    /// reason, or when there is a crime record or a reported incident.
    /// </returns>
    public static IReadOnlyList<NotRecordedReason> Of(IncidentState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.CrimeRecords.Count > 0 || state.ReportedIncidentRecords.Count > 0 ||
            state.Crimes.Any(c => c.Answer != AllegedCrimeAnswer.NotRecorded)
                ? []
                : [.. state.Crimes.Select(c => c.Decision!.Reason).Distinct().Order()];
    }
}
