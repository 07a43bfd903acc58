
namespace AuditCore.Recording;

/// <summary>
/// The counting rules' view of an incident: a pure function of the <em>set</em> of its updates. Updates of one incident
/// come from several systems, late and out of order; whatever the order of arrival, the state is the same.
/// </summary>
public static class IncidentFold
{
    /// <summary>Folds the updates of one incident.</summary>
    /// <param name="updates">All updates of the incident, in any order; not empty.</param>
    /// <param name="reference">Offence classes and deadlines.</param>
    /// <returns>The state they amount to.</returns>
    /// <exception cref="ArgumentException">There are no updates.</exception>
    public static IncidentState Of(IReadOnlyCollection<LoggedUpdate> updates, IRecordingReference reference)
    {
        ArgumentNullException.ThrowIfNull(updates);
        if (updates.Count == 0)
        {
            throw new ArgumentException("An incident has at least one update.", nameof(updates));
        }

        HashSet<long> withdrawn = Withdrawals.Of(updates);
        LoggedUpdate[] inOrder = [.. updates.Where(u => !withdrawn.Contains(u.Index))];
        Array.Sort(inOrder, UpdateOrder.Instance);

        var report = new ReportFold();
        var crimes = new CrimeFold(reference);
        foreach (LoggedUpdate logged in inOrder)
        {
            report.Read(logged.Update);
            crimes.Read(logged.Update);
        }

        IReadOnlyList<CrimeRecordFold> records = crimes.Records();
        return report.State(records) with
        {
            AllegedCrimes = crimes.Alleged(),
            CrimeRecords = records,
            ReportedIncidents = crimes.ReportedIncidents(),
            WithdrawnEntries = withdrawn,
        };
    }
}
