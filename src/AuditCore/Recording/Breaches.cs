using AuditCore.Recording.Checks;
using AuditCore.Recording.Rules;
using CrimeAudit.V1;

namespace AuditCore.Recording;

/// <summary>
/// The rules that an incident's records break: a pure function of its state, and for what is overdue of the time too. Each breach names the
/// version in force when the report was made, whenever the rest happened.
/// </summary>
public static class Breaches
{
    /// <summary>Breaches that the state shows whatever the time: they last until something is told that puts them right.</summary>
    /// <param name="state">The state of an incident.</param>
    /// <param name="reference">Offence classes and rules.</param>
    /// <returns>The breaches: of the report, then of its crimes, then of its crime records.</returns>
    public static IReadOnlyList<Breach> Of(IncidentState state, IRecordingReference reference) => Find(state, reference, null);

    /// <summary>Breaches known at a time: those of the state, and crimes overdue by then.</summary>
    /// <param name="state">The state of an incident.</param>
    /// <param name="reference">Offence classes and rules.</param>
    /// <param name="now">The time asked about.</param>
    /// <returns>The breaches: of the report, then of its crimes, then of its crime records.</returns>
    public static IReadOnlyList<Breach> At(IncidentState state, IRecordingReference reference, DateTimeOffset now) => Find(state, reference, now);

    private static List<Breach> Find(IncidentState state, IRecordingReference reference, DateTimeOffset? now)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(reference);
        var found = new List<Breach>();
        if (state.ReportedTime is { } reported)
        {
            ReportChecks.Add(state, reference.Rules(reported.Time.ToDateTimeOffset()), found);
        }

        foreach (AllegedCrimeFold crime in state.Crimes)
        {
            new CrimeChecks(state, crime, reference, found).Add(now);
        }

        foreach (CrimeRecordFold record in state.CrimeRecords)
        {
            EventTime when = state.ReportedTime ?? record.RecordedTime;
            new RecordChecks(state, record, reference, reference.Rules(when.Time.ToDateTimeOffset()), found).Add();
        }

        return found;
    }
}
