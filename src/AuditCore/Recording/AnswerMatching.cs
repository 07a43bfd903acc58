using AuditCore.Reference;
using CrimeAudit.V1;

namespace AuditCore.Recording;

/// <summary>Says which crime records, N-codes and decisions answer which alleged crimes.</summary>
internal sealed class AnswerMatching(IReadOnlyDictionary<string, Allegation> allegations, IRecordingReference reference)
{
    private const string ReportedIncidentOfRape = "100/";

    /// <summary>
    /// First the records that name what they answer. Then each record that names nothing takes the unanswered
    /// allegation of the same victim and group with the earliest deadline, records that stand before cancelled ones:
    /// a cancelled duplicate must not take the allegation from the record that stands. The group is that of the offence
    /// as recorded, failing that of what it was reclassified as, one after the other: a later reclassification takes no answer away. A record
    /// that finds none stays unmatched, and is shown as unmatched.
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
                Answer(allegation, record);
            }
        }

        foreach (bool stands in (bool[])[true, false])
        {
            RecordedCrime[] unnamed = [.. recorded.Where(r => r.Named.Count == 0 && !r.Direct && r.Stands == stands)];
            MatchByGroup(unnamed, r => r.Offence!);
            for (int i = 0; i < unnamed.Select(r => r.Reclassified.Count).DefaultIfEmpty().Max(); i++)
            {
                MatchByGroup([.. unnamed.Where(r => r.Reclassified.Count > i)], r => r.Reclassified[i]);
            }
        }
    }

    /// <summary>
    /// First the N-codes that name what they answer. Then each reported incident of rape that names nothing takes the
    /// open allegation of rape with the earliest deadline. Any other N-code that names nothing answers nothing: it does
    /// not say which of the allegations it is about.
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
                Earliest(a => IsOpen(a) && reference.IsRape(a.Alleged!.Offence)) is { } allegation)
            {
                allegation.ReportedIncident = incident.Code;
            }
        }
    }

    /// <summary>Notes the allegations that it was decided against recording.</summary>
    public void MatchDecisions(IEnumerable<string> decidedAgainst)
    {
        foreach (Allegation allegation in Known(decidedAgainst))
        {
            allegation.DecidedAgainst = true;
        }
    }

    private void MatchByGroup(RecordedCrime[] records, Func<RecordedCrime, Offence> offence)
    {
        foreach (RecordedCrime record in records.Where(r => r.Answered.Count == 0))
        {
            Reference.OffenceGroup group = GroupOf(offence(record));
            if (group != Reference.OffenceGroup.Unknown && Earliest(a => IsOfVictim(a, record) && a.Class.Group() == group) is { } allegation)
            {
                Answer(allegation, record);
            }
        }
    }

    private Allegation? Earliest(Func<Allegation, bool> condition) =>
        allegations.Values.Where(condition)
            .OrderBy(a => a.Deadline ?? DateTimeOffset.MaxValue)
            .ThenBy(a => a.Alleged!.AllegedRef, StringComparer.Ordinal)
            .FirstOrDefault();

    private IEnumerable<Allegation> Known(IEnumerable<string> alleged) =>
        alleged.Select(allegations.GetValueOrDefault).OfType<Allegation>();

    private Reference.OffenceGroup GroupOf(Offence offence) => reference.Classify(offence).Group();

    private static bool IsOfVictim(Allegation allegation, RecordedCrime record) =>
        allegation.Answers.Count == 0 && allegation.Alleged!.VictimRef == record.VictimRef;

    private static bool IsOpen(Allegation allegation) =>
        allegation.Answers.Count == 0 && allegation.ReportedIncident is null && !allegation.DecidedAgainst;

    private static void Answer(Allegation allegation, RecordedCrime record)
    {
        allegation.Answers.Add(record);
        record.Answered.Add(allegation.Alleged!.AllegedRef);
    }
}
