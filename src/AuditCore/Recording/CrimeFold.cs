using AuditCore.Reference;
using CrimeAudit.V1;
using Change = CrimeAudit.V1.IncidentUpdate.ChangeOneofCase;

namespace AuditCore.Recording;

/// <summary>What the updates say about crimes: alleged, recorded, cancelled, decided against.</summary>
internal sealed class CrimeFold(IRecordingReference reference)
{
    private readonly SortedDictionary<string, Allegation> allegations = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, RecordedCrime> records = new(StringComparer.Ordinal);
    private readonly List<ReportedIncidentRecorded> reportedIncidents = [];
    private readonly HashSet<string> decidedAgainst = new(StringComparer.Ordinal);
    private bool matched;

    /// <summary>Reads one update; updates come in <see cref="UpdateOrder"/>.</summary>
    public void Read(IncidentUpdate update)
    {
        switch (update.ChangeCase)
        {
            case Change.Opened:
                foreach (AllegedCrime alleged in update.Opened.AllegedCrimes)
                {
                    Allege(alleged, update.Opened.ReportedTime);
                }

                break;
            case Change.CrimeAlleged:
                Allege(update.CrimeAlleged.AllegedCrime, update.EventTime);
                break;
            case Change.CrimeRecorded:
                OfRecord(update.CrimeRecorded.CrimeRef).Record(update.CrimeRecorded, update.EventTime);
                break;
            case Change.CrimeReclassified:
                OfRecord(update.CrimeReclassified.CrimeRef).Reclassified.Add(update.CrimeReclassified.Offence);
                break;
            case Change.CrimeCancelled:
                OfRecord(update.CrimeCancelled.CrimeRef).Cancel(update.CrimeCancelled.Reason);
                break;
            case Change.ReportedIncidentRecorded:
                reportedIncidents.Add(update.ReportedIncidentRecorded);
                break;
            case Change.CrimeNotRecorded:
                decidedAgainst.UnionWith(update.CrimeNotRecorded.AllegedRefs);
                break;
            default:
                break;
        }
    }

    public IReadOnlyList<CrimeRecordFold> Records()
    {
        Match();
        return [.. records.Values.Where(r => r.RecordedTime is not null).Select(Fold)];
    }

    public IReadOnlyList<AllegedCrimeFold> Alleged()
    {
        Match();
        return [.. allegations.Values.Select(Fold)];
    }

    public IReadOnlyList<string> ReportedIncidents() =>
        [.. reportedIncidents.Select(r => r.Code).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>An offence told of again corrects the first telling; its clock starts with the earliest.</summary>
    private void Allege(AllegedCrime alleged, EventTime reportedTime)
    {
        if (!allegations.TryGetValue(alleged.AllegedRef, out Allegation? allegation))
        {
            allegations.Add(alleged.AllegedRef, allegation = new Allegation());
        }

        allegation.Alleged = alleged;
        allegation.ReportedTime = EventTimes.Earlier(allegation.ReportedTime, reportedTime);
        allegation.Class = reference.Classify(alleged.Offence);
        allegation.Deadline = allegation.ReportedTime.Instant() is { } instant ? reference.Deadline(instant) : null;
    }

    private RecordedCrime OfRecord(string crimeRef)
    {
        if (!records.TryGetValue(crimeRef, out RecordedCrime? record))
        {
            records.Add(crimeRef, record = new RecordedCrime(crimeRef));
        }

        return record;
    }

    private void Match()
    {
        if (matched)
        {
            return;
        }

        matched = true;
        var matching = new AnswerMatching(allegations, reference);
        matching.MatchRecords(records.Values);
        matching.MatchDecisions(decidedAgainst);
        matching.MatchReportedIncidents(reportedIncidents);
    }

    private CrimeRecordFold Fold(RecordedCrime record) => new()
    {
        CrimeRef = record.CrimeRef,
        Offence = record.OffenceNow,
        Class = reference.Classify(record.OffenceNow),
        RecordedTime = record.RecordedTime!,
        VictimRef = record.VictimRef,
        AllegedRefs = [.. record.Answered],
        Direct = record.Direct,
        Cancelled = record.Cancelled,
    };

    private static AllegedCrimeFold Fold(Allegation allegation)
    {
        (AllegedCrimeAnswer answer, string by, Timeliness timeliness) = AnswerTo(allegation);
        return new AllegedCrimeFold
        {
            Alleged = allegation.Alleged!,
            Class = allegation.Class,
            ReportedTime = allegation.ReportedTime,
            Deadline = allegation.Deadline,
            Answer = answer,
            AnsweredBy = by,
            Timeliness = timeliness,
        };
    }

    /// <summary>A crime that stands outweighs a cancelled one, that an N-code, and that a decision not to record.</summary>
    private static (AllegedCrimeAnswer Answer, string By, Timeliness Timeliness) AnswerTo(Allegation allegation)
    {
        if (allegation.Answers.Find(r => r.Stands) is { } standing)
        {
            return (AllegedCrimeAnswer.Recorded, standing.CrimeRef, allegation.TimelinessOf(standing));
        }

        return allegation.Answers.Count > 0 ? (AllegedCrimeAnswer.Cancelled, allegation.Answers[0].CrimeRef, Timeliness.Unspecified)
            : allegation.ReportedIncident is { } code ? (AllegedCrimeAnswer.ReportedIncident, code, Timeliness.Unspecified)
            : allegation.DecidedAgainst ? (AllegedCrimeAnswer.NotRecorded, "", Timeliness.Unspecified)
            : (AllegedCrimeAnswer.Open, "", Timeliness.Unspecified);
    }
}
