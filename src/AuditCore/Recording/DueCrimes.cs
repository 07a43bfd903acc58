using AuditCore.Recording.Rules;

namespace AuditCore.Recording;

/// <summary>The unanswered crimes that are past their deadline, or soon will be, worst first.</summary>
public static class DueCrimes
{
    /// <summary>
    /// Worst first: most points of urgency, then longest over, then by reference. The first two are the points and the deadline, neither of
    /// which changes with time, so a stored index keeps the same order.
    /// </summary>
    public static IComparer<DueCrime> WorstFirst { get; } = Comparer<DueCrime>.Create(static (a, b) =>
    {
        int order = b.Urgency.CompareTo(a.Urgency);
        order = order != 0 ? order : a.Deadline.CompareTo(b.Deadline);
        return order != 0 ? order : string.CompareOrdinal(a.Crime.Alleged.AllegedRef, b.Crime.Alleged.AllegedRef);
    });

    /// <summary>The due crimes of an incident.</summary>
    /// <param name="state">The state of an incident.</param>
    /// <param name="reference">Offence classes.</param>
    /// <param name="urgency">Points of urgency.</param>
    /// <param name="now">The time asked about.</param>
    /// <param name="within">How far ahead to look; zero: only what is overdue.</param>
    /// <returns>Crimes whose deadline is before <paramref name="now"/> + <paramref name="within"/>, worst first. Crimes without a deadline, since
    /// the time of the report is not known to the instant, are never due.</returns>
    public static IReadOnlyList<DueCrime> Of(
        IncidentState state, IRecordingReference reference, UrgencyTable urgency, DateTimeOffset now, TimeSpan within)
    {
        ArgumentNullException.ThrowIfNull(state);
        var due = new List<DueCrime>();
        foreach (AllegedCrimeFold crime in state.Crimes)
        {
            if (crime.IsOpen && crime.Deadline is { } deadline && deadline < now + within)
            {
                due.Add(new DueCrime(crime, deadline, UrgencyOf(crime, state, reference, urgency), now - deadline));
            }
        }

        due.Sort(WorstFirst);
        return due;
    }

    /// <summary>Points of a crime: those of its offence and those of the report.</summary>
    /// <param name="crime">An alleged or presumed crime.</param>
    /// <param name="state">The incident that it belongs to.</param>
    /// <param name="reference">Offence classes.</param>
    /// <param name="urgency">Points of urgency.</param>
    public static int UrgencyOf(AllegedCrimeFold crime, IncidentState state, IRecordingReference reference, UrgencyTable urgency)
    {
        ArgumentNullException.ThrowIfNull(crime);
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(urgency);
        return urgency.OfOffence(crime.Class, reference.SubClass(crime.Alleged.Offence)) + urgency.OfReport(state.Qualifiers, state.ReporterKind);
    }
}
