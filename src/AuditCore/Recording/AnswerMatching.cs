using AuditCore.Reference;
using CrimeAudit.V1;

namespace AuditCore.Recording;

/// <summary>Says which crime records, N-codes and decisions answer which alleged and presumed crimes.</summary>
/// <param name="allegations">Alleged crimes by reference.</param>
/// <param name="presumed">Presumed crimes by reference.</param>
/// <param name="reference">Offence classes.</param>
internal sealed class AnswerMatching(
    IReadOnlyDictionary<string, Allegation> allegations, IReadOnlyDictionary<string, Allegation> presumed, IRecordingReference reference)
{
    private const string ReportedIncidentOfRape = "100/";

    /// <summary>
    /// First the records that name what they answer. Then each record that names nothing takes the unanswered
    /// allegation of the same victim and group with the earliest deadline, records that stand before cancelled ones:
    /// a cancelled duplicate must not take the allegation from the record that stands. The group is that of the offence
    /// as recorded, failing that of what it was reclassified as, one after the other: a later reclassification takes no answer away. A record
    /// that finds none stays unmatched, and is shown as unmatched. Last, presumed crimes look for a record.
    /// </summary>
    public void MatchRecords(IEnumerable<RecordedCrime> records)
    {
        RecordedCrime[] recorded =
        [
            .. records.Where(r => r.RecordedTime is not null).OrderBy(r => r.RecordedTime!.Time).ThenBy(r => r.CrimeRef, StringComparer.Ordinal),
        ];
        foreach (RecordedCrime record in recorded)
        {
            foreach (Allegation allegation in Known(record.Named))
            {
                allegation.AnswerWith(record);
            }
        }

        if (allegations.Count > 0)
        {
            foreach (bool stands in (bool[])[true, false])
            {
                RecordedCrime[] unnamed = [.. recorded.Where(r => !r.NamesSome && !r.Direct && r.Stands == stands)];
                MatchByGroup(unnamed, r => r.Offence!);
                for (int i = 0; i < unnamed.Select(r => r.Reclassified.Count).DefaultIfEmpty().Max(); i++)
                {
                    MatchByGroup([.. unnamed.Where(r => r.Reclassified.Count > i)], r => r.Reclassified[i].Offence);
                }
            }
        }

        foreach (Allegation crime in presumed.Values)
        {
            MatchPresumed(crime, recorded);
        }
    }

    /// <summary>
    /// First the N-codes that name what they answer. Then each reported incident of rape that names nothing takes the
    /// open allegation of rape with the earliest deadline, failing that the presumed one. Any other N-code that names nothing answers nothing:
    /// it does not say which of the allegations it is about.
    /// </summary>
    public void MatchReportedIncidents(IReadOnlyList<ReportedIncidentRecorded> reportedIncidents)
    {
        foreach (ReportedIncidentRecorded incident in reportedIncidents)
        {
            foreach (Allegation allegation in Known(incident.AllegedRefs))
            {
                allegation.ReportedIncident ??= incident.Code;
            }
        }

        foreach (ReportedIncidentRecorded incident in reportedIncidents)
        {
            if (incident.AllegedRefs.Count == 0 &&
                incident.Code.StartsWith(ReportedIncidentOfRape, StringComparison.Ordinal) &&
                (Earliest(allegations, IsOpenRape) ?? Earliest(presumed, IsOpenRape)) is { } allegation)
            {
                allegation.ReportedIncident = incident.Code;
            }
        }
    }

    /// <summary>Notes the decisions not to record; they come in the order of events, and the last one holds.</summary>
    public void MatchDecisions(IReadOnlyList<CrimeNotRecorded> decisions)
    {
        foreach (CrimeNotRecorded decision in decisions)
        {
            foreach (Allegation allegation in Known(decision.AllegedRefs))
            {
                allegation.Decision = decision;
            }
        }
    }

    /// <summary>Notes the delays; the last one holds. A delay answers nothing.</summary>
    public void MatchDelays(IReadOnlyList<RecordingDelayed> delays)
    {
        foreach (RecordingDelayed delay in delays)
        {
            foreach (Allegation allegation in Known(delay.AllegedRefs))
            {
                allegation.Delay = delay;
            }
        }
    }

    private void MatchByGroup(RecordedCrime[] records, Func<RecordedCrime, Offence> offence)
    {
        foreach (RecordedCrime record in records.Where(r => !r.Answers))
        {
            Reference.OffenceGroup group = reference.Classify(offence(record)).Group();
            if (group != Reference.OffenceGroup.Unknown &&
                Earliest(allegations, a => IsOfVictim(a, record) && a.Class.Group() == group) is { } allegation)
            {
                allegation.AnswerWith(record);
            }
        }
    }

    /// <summary>
    /// A presumed crime has no victim, and takes any record that its presumption accepts, whatever offence the record began as: first one that
    /// stands, then one that answers nothing else, then the earliest.
    /// </summary>
    private void MatchPresumed(Allegation crime, RecordedCrime[] recorded)
    {
        if (crime.Answers.Count > 0)
        {
            return;
        }

        RecordedCrime? best = null;
        foreach (RecordedCrime record in recorded)
        {
            if (!record.Direct && IsAccepted(crime, record) && (best is null || Rank(record) < Rank(best)))
            {
                best = record;
            }
        }

        if (best is not null)
        {
            crime.AnswerWith(best);
        }
    }

    private bool IsAccepted(Allegation crime, RecordedCrime record) =>
        Accepts(crime, record.Offence!) || record.Reclassified.Any(r => Accepts(crime, r.Offence));

    private bool Accepts(Allegation crime, Offence offence) => crime.PresumedBy!.IsAnsweredBy(offence, reference.Classify(offence));

    private static int Rank(RecordedCrime record) => (record.Stands ? 0 : 2) + (record.Answers ? 1 : 0);

    private static Allegation? Earliest(IReadOnlyDictionary<string, Allegation> among, Func<Allegation, bool> condition) =>
        among.Values.Where(condition)
            .OrderBy(a => a.Deadline ?? DateTimeOffset.MaxValue)
            .ThenBy(a => a.Alleged!.AllegedRef, StringComparer.Ordinal)
            .FirstOrDefault();

    private IEnumerable<Allegation> Known(IEnumerable<string> refs) =>
        refs.Select(r => allegations.GetValueOrDefault(r) ?? presumed.GetValueOrDefault(r)).OfType<Allegation>();

    private bool IsOpenRape(Allegation allegation) => allegation.IsOpen && reference.IsRape(allegation.Alleged!.Offence);

    private static bool IsOfVictim(Allegation allegation, RecordedCrime record) =>
        allegation.Answers.Count == 0 && allegation.Alleged!.VictimRef == record.VictimRef;
}
