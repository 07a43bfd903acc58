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
    private SortedSet<string>? unmatched;

    /// <summary>What was named as an alleged or presumed crime, and is none.</summary>
    public IReadOnlyCollection<string> Unmatched => unmatched ?? (IReadOnlyCollection<string>)[];

    /// <summary>
    /// First the records that name what they answer. Then each record that names nothing takes the unanswered
    /// allegation of the same victim and group with the earliest deadline, records that stand before cancelled ones:
    /// a cancelled duplicate must not take the allegation from the record that stands. The group is that of the offence
    /// as recorded, failing that of what it was reclassified as, one after the other: a later reclassification takes no answer away. A record
    /// that finds none stays unmatched, and is shown as unmatched. Last, presumed crimes look for a record.
    /// </summary>
    public void MatchRecords(IReadOnlyCollection<RecordedCrime> records)
    {
        List<RecordedCrime> recorded = Recorded(records);
        bool isAnyUnnamed = false;
        foreach (RecordedCrime record in recorded)
        {
            isAnyUnnamed |= !record.NamesSome && !record.Direct;
            foreach (Allegation allegation in Known(record.Named))
            {
                allegation.AnswerWith(record);
            }
        }

        if (isAnyUnnamed && allegations.Count > 0)
        {
            MatchByGroup(recorded, stands: true);
            MatchByGroup(recorded, stands: false);
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
                incident.Code.StartsWith(ReportedIncidentFold.OfRapePrefix, StringComparison.Ordinal) &&
                (EarliestOpenRape(allegations) ?? EarliestOpenRape(presumed)) is { } allegation)
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

    /// <summary>Those that were recorded, in the order in which they were.</summary>
    private static List<RecordedCrime> Recorded(IReadOnlyCollection<RecordedCrime> records)
    {
        var recorded = new List<RecordedCrime>(records.Count);
        foreach (RecordedCrime record in records)
        {
            if (record.RecordedTime is not null)
            {
                recorded.Add(record);
            }
        }

        if (recorded.Count > 1)
        {
            recorded.Sort(static (a, b) =>
            {
                int order = a.RecordedTime!.Time.CompareTo(b.RecordedTime!.Time);
                return order != 0 ? order : string.CompareOrdinal(a.CrimeRef, b.CrimeRef);
            });
        }

        return recorded;
    }

    /// <summary>Round 0 goes by the offence as recorded, round i by its i-th reclassification.</summary>
    private void MatchByGroup(List<RecordedCrime> recorded, bool stands)
    {
        int rounds = 1;
        for (int round = 0; round < rounds; round++)
        {
            foreach (RecordedCrime record in recorded)
            {
                if (!record.NamesSome && !record.Direct && record.Stands == stands && record.Reclassified.Count >= round)
                {
                    rounds = Math.Max(rounds, record.Reclassified.Count + 1);
                    MatchByGroup(record, round == 0 ? record.Offence! : record.Reclassified[round - 1].Offence);
                }
            }
        }
    }

    private void MatchByGroup(RecordedCrime record, Offence offence)
    {
        Reference.OffenceGroup group = record.Answers ? Reference.OffenceGroup.Unknown : reference.Classify(offence).Group();
        if (group == Reference.OffenceGroup.Unknown)
        {
            return;
        }

        Allegation? best = null;
        foreach (Allegation allegation in allegations.Values)
        {
            if (allegation.Answers.Count == 0 && allegation.Class.Group() == group && allegation.Alleged!.VictimRef == record.VictimRef)
            {
                best = Earlier(best, allegation);
            }
        }

        best?.AnswerWith(record);
    }

    /// <summary>
    /// A presumed crime has no victim, and takes any record that its presumption accepts, whatever offence the record began as: first one that
    /// stands, then one that answers nothing else, then the earliest.
    /// </summary>
    private void MatchPresumed(Allegation crime, List<RecordedCrime> recorded)
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

    private Allegation? EarliestOpenRape(IReadOnlyDictionary<string, Allegation> among)
    {
        Allegation? best = null;
        foreach (Allegation allegation in among.Values)
        {
            if (allegation.IsOpen && reference.IsRape(allegation.Alleged!.Offence))
            {
                best = Earlier(best, allegation);
            }
        }

        return best;
    }

    /// <summary>The one due earlier; of equal ones the first, and they come in the order of their references.</summary>
    private static Allegation Earlier(Allegation? best, Allegation other) =>
        best is null || (other.Deadline ?? DateTimeOffset.MaxValue) < (best.Deadline ?? DateTimeOffset.MaxValue) ? other : best;

    private IEnumerable<Allegation> Known(IReadOnlyCollection<string> refs)
    {
        foreach (string named in refs)
        {
            if ((allegations.GetValueOrDefault(named) ?? presumed.GetValueOrDefault(named)) is { } known)
            {
                yield return known;
            }
            else
            {
                (unmatched ??= new SortedSet<string>(StringComparer.Ordinal)).Add(named);
            }
        }
    }
}
