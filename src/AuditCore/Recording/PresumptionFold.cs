using AuditCore.Recording.Rules;
using CrimeAudit.V1;
using RuleVersion = AuditCore.Recording.Rules.RuleVersion;

namespace AuditCore.Recording;

/// <summary>
/// The crimes that a report is presumed to tell of. Once a report bears the signs it keeps them: a new code or a qualifier taken back answers
/// nothing, only a crime record, an N-code or a recorded reason does. (A sign told by mistake is withdrawn.)
/// </summary>
internal sealed class PresumptionFold(ReportFold report, IEnumerable<Allegation> allegations, IRecordingReference reference)
{
    /// <summary>The presumed crimes by reference, or null when there are none. Nothing is presumed of a report that is still awaited.</summary>
    public SortedDictionary<string, Allegation>? Of()
    {
        if (report.Opened is not { } opened || report.Reported is not { } reported)
        {
            return null;
        }

        RuleVersion rules = reference.Rules(reported.Time.ToDateTimeOffset());
        PresumptionIndex index = rules.PresumptionIndex;
        var signs = new Signs(index);
        signs.Add(opened);
        ulong met = signs.Met;
        SortedDictionary<string, Allegation>? presumed = null;
        Presume(met, reported, rules, ref presumed);
        foreach (IncidentUpdate later in report.LaterSigns)
        {
            signs.Add(later);
            Presume(signs.Met & ~met, later.Opened?.ReportedTime ?? later.EventTime, rules, ref presumed);
            met = signs.Met;
        }

        return presumed;
    }

    /// <summary>
    /// The clock starts with the report for what the report said, and with the change for what only a change said: before it the police
    /// cannot be shown to have been told. Never before the report.
    /// </summary>
    private void Presume(ulong met, EventTime since, RuleVersion rules, ref SortedDictionary<string, Allegation>? presumed)
    {
        if (met == 0)
        {
            return;
        }

        EventTime clock = EventTimes.Later(report.Reported!, since);
        ulong[] conditions = rules.PresumptionIndex.Conditions;
        for (int i = 0; i < conditions.Length; i++)
        {
            if ((conditions[i] & met) == 0)
            {
                continue;
            }

            Presumption presumption = rules.Presumptions[i];
            var crime = new Allegation { PresumedBy = presumption, Alleged = presumption.Crime, Class = presumption.Class };
            crime.StartClock(clock, reference);
            if (AllegedInTime(crime) is { } alleged)
            {
                InheritClock(alleged, crime);
            }
            else if (!IsPresumedAlready(crime, presumed))
            {
                presumed ??= new SortedDictionary<string, Allegation>(StringComparer.Ordinal);
                presumed.Add(crime.Alleged.AllegedRef, crime);
            }
        }
    }

    /// <summary>
    /// What the force alleged itself before the presumed crime was due, beyond doubt: it takes the presumed one's place, and the clock that
    /// had started. What is alleged later, or nobody knows when, puts no clock back. Of several the one alleged first.
    /// </summary>
    private Allegation? AllegedInTime(Allegation crime)
    {
        Allegation? first = null;
        foreach (Allegation alleged in allegations)
        {
            if (crime.PresumedBy!.IsAnsweredBy(alleged.Alleged!.Offence, alleged.Class) &&
                (crime.Deadline is not { } due || alleged.Told!.IsSurelyBy(due)) &&
                (first is null || IsBefore(alleged.Told!, first.Told!)))
            {
                first = alleged;
            }
        }

        return first;
    }

    private static bool IsBefore(EventTime time, EventTime other) => !time.Equals(other) && EventTimes.Earlier(other, time).Equals(time);

    /// <summary>A clock that tells no deadline is none to hand on.</summary>
    private void InheritClock(Allegation alleged, Allegation crime)
    {
        if (crime.Deadline is not null)
        {
            alleged.StartClock(crime.ReportedTime!, reference);
        }
    }

    private static bool IsPresumedAlready(Allegation crime, SortedDictionary<string, Allegation>? presumed)
    {
        if (presumed is null)
        {
            return false;
        }

        foreach (Allegation other in presumed.Values)
        {
            if (other.PresumedBy == crime.PresumedBy || crime.PresumedBy!.IsAnsweredBy(other.Alleged!.Offence, other.Class))
            {
                return true;
            }
        }

        return false;
    }
}
