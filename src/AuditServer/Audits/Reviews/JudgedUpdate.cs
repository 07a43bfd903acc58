using AuditCore.Recording;
using AuditCore.Sampling;
using Change = CrimeAudit.V1.IncidentUpdate.ChangeOneofCase;

namespace AuditServer.Audits.Reviews;

/// <summary>Finds the update of a record by which the force says that there is no crime, which is what its review judges.</summary>
internal static class JudgedUpdate
{
    /// <summary>The cancellation that holds, or the recording of the N100; null for a report.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="updates">The updates of its incident.</param>
    /// <param name="state">What they amount to.</param>
    public static LoggedUpdate? Of(UnitId unit, IReadOnlyList<LoggedUpdate> updates, IncidentState state) => unit.Kind switch
    {
        UnitKind.CancelledCrime => Standing(updates, state).LastOrDefault(u =>
            u.Update.ChangeCase == Change.CrimeCancelled && u.Update.CrimeCancelled.CrimeRef == unit.CrimeRef),
        UnitKind.ReportedIncident => Standing(updates, state).FirstOrDefault(u =>
            u.Update.ChangeCase == Change.ReportedIncidentRecorded &&
            u.Update.Sender.SourceSystem == unit.Sender &&
            u.Update.Sender.RequestId == unit.RequestId),
        _ => null,
    };

    /// <summary>In the order in which the fold reads them, without what was withdrawn.</summary>
    private static IEnumerable<LoggedUpdate> Standing(IReadOnlyList<LoggedUpdate> updates, IncidentState state) =>
        updates.Where(u => !state.WithdrawnEntries.Contains(u.Index)).Order(UpdateOrder.Instance);
}
