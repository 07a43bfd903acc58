namespace AuditCore.Recording;

/// <summary>
/// The counting rules' view of an incident: a pure function of the <em>set</em> of its updates. Updates of one incident
/// come from several systems, late and out of order; whatever the order of arrival, the state is the same.
/// </summary>
public static class IncidentFold
{
    /// <summary>Folds the updates of one incident.</summary>
    /// <param name="updates">All updates of the incident, in any order; not empty. One that is there twice counts once.</param>
    /// <param name="reference">Offence classes and rules.</param>
    /// <returns>The state they amount to.</returns>
    /// <exception cref="ArgumentException">There are no updates.</exception>
    public static IncidentState Of(IReadOnlyCollection<LoggedUpdate> updates, IRecordingReference reference)
    {
        ArgumentNullException.ThrowIfNull(updates);
        if (updates.Count == 0)
        {
            throw new ArgumentException("An incident has at least one update.", nameof(updates));
        }

        IReadOnlySet<long> withdrawn = Withdrawals.Of(updates);
        LoggedUpdate[] inOrder = InOrder(updates, withdrawn);
        var report = new ReportFold();
        var crimes = new CrimeFold(reference);
        for (int i = 0; i < inOrder.Length; i++)
        {
            if (i == 0 || UpdateOrder.Instance.Compare(inOrder[i - 1], inOrder[i]) != 0)
            {
                report.Read(inOrder[i].Update);
                crimes.Read(inOrder[i].Update);
            }
        }

        SortedDictionary<string, Allegation>? presumed = new PresumptionFold(report, crimes.Allegations, reference).Of();
        crimes.Match(presumed);
        return report.State(crimes.Records()) with
        {
            AllegedCrimes = crimes.Alleged(),
            PresumedCrimes = presumed is null ? [] : [.. presumed.Values.Select(p => p.Fold())],
            ReportedIncidentRecords = crimes.ReportedIncidents(),
            UnmatchedAllegedRefs = crimes.UnmatchedAllegedRefs,
            UnmatchedCrimeRefs = crimes.UnmatchedCrimeRefs,
            WithdrawnEntries = withdrawn,
        };
    }

    private static LoggedUpdate[] InOrder(IReadOnlyCollection<LoggedUpdate> updates, IReadOnlySet<long> withdrawn)
    {
        LoggedUpdate[] inOrder = withdrawn.Count == 0 ? [.. updates] : [.. updates.Where(u => !withdrawn.Contains(u.Index))];
        if (inOrder.Length > 1)
        {
            Array.Sort(inOrder, UpdateOrder.Instance);
        }

        return inOrder;
    }
}
