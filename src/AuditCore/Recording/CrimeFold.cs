using System.Collections.Frozen;
using CrimeAudit.V1;
using Change = CrimeAudit.V1.IncidentUpdate.ChangeOneofCase;

namespace AuditCore.Recording;

/// <summary>What the updates say about crimes: alleged, recorded, cancelled, decided against.</summary>
internal sealed class CrimeFold(IRecordingReference reference)
{
    private static readonly FrozenDictionary<string, Allegation> NoAllegations = FrozenDictionary<string, Allegation>.Empty;

    // Most incidents have none or one of each, and folding them is the hot path: nothing is made before it is needed.
    private SortedDictionary<string, Allegation>? allegations;
    private SortedDictionary<string, RecordedCrime>? records;
    private List<IncidentUpdate>? reportedIncidents;
    private List<CrimeNotRecorded>? decisions;
    private List<RecordingDelayed>? delays;

    /// <summary>What was named as an alleged or presumed crime, and is none; known once answers are matched.</summary>
    public IReadOnlyCollection<string> UnmatchedAllegedRefs { get; private set; } = [];

    /// <summary>What was cancelled or reclassified, and never recorded.</summary>
    public IReadOnlyList<string> UnmatchedCrimeRefs =>
        records is null ? [] : [.. records.Values.Where(r => r.RecordedTime is null).Select(r => r.CrimeRef)];

    /// <summary>The alleged crimes.</summary>
    public IEnumerable<Allegation> Allegations => allegations?.Values ?? Enumerable.Empty<Allegation>();

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
                OfRecord(update.CrimeReclassified.CrimeRef).Reclassify(update.CrimeReclassified);
                break;
            case Change.CrimeCancelled:
                OfRecord(update.CrimeCancelled.CrimeRef).Cancel(update.CrimeCancelled, update.EventTime);
                break;
            case Change.ReportedIncidentRecorded:
                (reportedIncidents ??= []).Add(update);
                break;
            case Change.CrimeNotRecorded:
                (decisions ??= []).Add(update.CrimeNotRecorded);
                break;
            case Change.RecordingDelayed:
                (delays ??= []).Add(update.RecordingDelayed);
                break;
            default:
                break;
        }
    }

    /// <summary>Finds what answers the alleged crimes and those presumed; called once, after all updates are read.</summary>
    public void Match(IReadOnlyDictionary<string, Allegation>? presumed)
    {
        if (records is null && reportedIncidents is null && decisions is null && delays is null)
        {
            return;
        }

        var matching = new AnswerMatching(
            allegations ?? (IReadOnlyDictionary<string, Allegation>)NoAllegations, presumed ?? NoAllegations, reference);
        matching.MatchDelays(delays ?? (IReadOnlyList<RecordingDelayed>)[]);
        matching.MatchRecords(records?.Values ?? (IReadOnlyCollection<RecordedCrime>)[]);
        matching.MatchDecisions(decisions ?? (IReadOnlyList<CrimeNotRecorded>)[]);
        matching.MatchReportedIncidents(reportedIncidents is null ? [] : [.. reportedIncidents.Select(r => r.ReportedIncidentRecorded)]);
        UnmatchedAllegedRefs = matching.Unmatched;
    }

    public IReadOnlyList<CrimeRecordFold> Records() =>
        records is null ? [] : [.. records.Values.Where(r => r.RecordedTime is not null).Select(r => r.Fold(reference))];

    public IReadOnlyList<AllegedCrimeFold> Alleged() => allegations is null ? [] : [.. allegations.Values.Select(a => a.Fold())];

    public IReadOnlyList<ReportedIncidentFold> ReportedIncidents() =>
        reportedIncidents is null ? [] : [.. reportedIncidents.Select(ReportedIncidentFold.Of)];

    /// <summary>An offence told of again corrects the first telling; its clock starts with the earliest.</summary>
    private void Allege(AllegedCrime alleged, EventTime reportedTime)
    {
        allegations ??= new SortedDictionary<string, Allegation>(StringComparer.Ordinal);
        if (!allegations.TryGetValue(alleged.AllegedRef, out Allegation? allegation))
        {
            allegations.Add(alleged.AllegedRef, allegation = new Allegation());
        }

        allegation.Alleged = alleged;
        allegation.Class = reference.Classify(alleged.Offence);
        allegation.Tell(reportedTime, reference);
    }

    private RecordedCrime OfRecord(string crimeRef)
    {
        records ??= new SortedDictionary<string, RecordedCrime>(StringComparer.Ordinal);
        if (!records.TryGetValue(crimeRef, out RecordedCrime? record))
        {
            records.Add(crimeRef, record = new RecordedCrime(crimeRef));
        }

        return record;
    }
}
