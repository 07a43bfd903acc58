using AuditCore.Reference;
using CrimeAudit.V1;
using Change = CrimeAudit.V1.IncidentUpdate.ChangeOneofCase;

namespace AuditCore.Recording;

/// <summary>What the updates say about crimes: alleged, recorded, cancelled, decided against.</summary>
internal sealed class CrimeFold(IRecordingReference reference)
{
    private readonly SortedDictionary<string, Allegation> allegations = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Record> records = new(StringComparer.Ordinal);
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
                RecordCrime(update.CrimeRecorded, update.EventTime);
                break;
            case Change.CrimeReclassified:
                OfRecord(update.CrimeReclassified.CrimeRef).Reclassified = update.CrimeReclassified.Offence;
                break;
            case Change.CrimeCancelled:
                OfRecord(update.CrimeCancelled.CrimeRef).Cancelled = update.CrimeCancelled.Reason;
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

    /// <summary>A record told of again adds what it answers; recording it after a cancellation reinstates it.</summary>
    private void RecordCrime(CrimeRecorded crime, EventTime recordedTime)
    {
        Record record = OfRecord(crime.CrimeRef);
        record.Offence ??= crime.Offence;
        record.VictimRef = record.VictimRef.Length > 0 ? record.VictimRef : crime.VictimRef;
        record.RecordedTime = EventTimes.Earlier(record.RecordedTime, recordedTime);
        record.Direct |= crime.Direct;
        record.Cancelled = CancellationReason.Unspecified;
        record.Named.UnionWith(crime.AllegedRefs);
    }

    private Record OfRecord(string crimeRef)
    {
        if (!records.TryGetValue(crimeRef, out Record? record))
        {
            records.Add(crimeRef, record = new Record(crimeRef));
        }

        return record;
    }

    /// <summary>
    /// Says which records answer which allegations. First those that name them; then each record that names none takes
    /// the unanswered allegation of the same victim and group with the earliest deadline. A record that finds none
    /// stays unmatched, and is shown as unmatched.
    /// </summary>
    private void Match()
    {
        if (matched)
        {
            return;
        }

        matched = true;
        foreach (Record record in Recorded().Where(r => r.Named.Count > 0))
        {
            foreach (string named in record.Named)
            {
                if (allegations.TryGetValue(named, out Allegation? allegation))
                {
                    allegation.Answers.Add(record);
                    record.Answered.Add(named);
                }
            }
        }

        foreach (Record record in Recorded().Where(r => r.Named.Count == 0 && !r.Direct))
        {
            if (BestMatch(record) is { } allegation)
            {
                allegation.Answers.Add(record);
                record.Answered.Add(allegation.Alleged!.AllegedRef);
            }
        }
    }

    private IEnumerable<Record> Recorded() =>
        records.Values.Where(r => r.RecordedTime is not null).OrderBy(r => r.RecordedTime!.Time).ThenBy(r => r.CrimeRef, StringComparer.Ordinal);

    private Allegation? BestMatch(Record record)
    {
        Reference.OffenceGroup group = reference.Classify(record.OffenceNow).Group();
        return group == Reference.OffenceGroup.Unknown
            ? null
            : allegations.Values
                .Where(a => a.Answers.Count == 0 && a.Alleged!.VictimRef == record.VictimRef && a.Class.Group() == group)
                .OrderBy(a => a.Deadline ?? DateTimeOffset.MaxValue)
                .ThenBy(a => a.Alleged!.AllegedRef, StringComparer.Ordinal)
                .FirstOrDefault();
    }

    private CrimeRecordFold Fold(Record record) => new()
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

    private AllegedCrimeFold Fold(Allegation allegation)
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
    private (AllegedCrimeAnswer Answer, string By, Timeliness Timeliness) AnswerTo(Allegation allegation)
    {
        if (allegation.Answers.Find(r => r.Cancelled == CancellationReason.Unspecified) is { } standing)
        {
            return (AllegedCrimeAnswer.Recorded, standing.CrimeRef, allegation.TimelinessOf(standing));
        }

        if (allegation.Answers.Count > 0)
        {
            return (AllegedCrimeAnswer.Cancelled, allegation.Answers[0].CrimeRef, Timeliness.Unspecified);
        }

        string alleged = allegation.Alleged!.AllegedRef;
        string? code = reportedIncidents.Find(r => r.AllegedRefs.Contains(alleged))?.Code;
        bool against = decidedAgainst.Contains(alleged);
        code ??= against ? null : reportedIncidents.Find(r => r.AllegedRefs.Count == 0)?.Code;
        return code is not null ? (AllegedCrimeAnswer.ReportedIncident, code, Timeliness.Unspecified)
            : against ? (AllegedCrimeAnswer.NotRecorded, "", Timeliness.Unspecified)
            : (AllegedCrimeAnswer.Open, "", Timeliness.Unspecified);
    }

    private sealed class Allegation
    {
        public AllegedCrime? Alleged { get; set; }

        public EventTime? ReportedTime { get; set; }

        public DateTimeOffset? Deadline { get; set; }

        public OffenceClass Class { get; set; }

        public List<Record> Answers { get; } = [];

        public Timeliness TimelinessOf(Record record) =>
            Deadline is not { } deadline || record.RecordedTime.Instant() is not { } recorded ? Timeliness.Unknown
            : recorded <= deadline ? Timeliness.InTime : Timeliness.Late;
    }

    private sealed class Record(string crimeRef)
    {
        public string CrimeRef { get; } = crimeRef;

        public Offence? Offence { get; set; }

        public Offence? Reclassified { get; set; }

        public Offence OffenceNow => Reclassified ?? Offence!;

        public EventTime? RecordedTime { get; set; }

        public string VictimRef { get; set; } = "";

        public bool Direct { get; set; }

        public CancellationReason Cancelled { get; set; }

        public SortedSet<string> Named { get; } = new(StringComparer.Ordinal);

        public SortedSet<string> Answered { get; } = new(StringComparer.Ordinal);
    }
}
