using AuditCore.Recording.Rules;
using AuditCore.Reference;
using CrimeAudit.V1;
using Change = CrimeAudit.V1.IncidentUpdate.ChangeOneofCase;

namespace Acceptance.Tests.Recounting;

/// <summary>An alleged or presumed crime, when its clock started, and what answers it.</summary>
internal sealed class NaiveCrime(AllegedCrime alleged, EventTime told, Presumption? presumedBy = null)
{
    public AllegedCrime Alleged => alleged;

    public EventTime Told => told;

    public Presumption? PresumedBy => presumedBy;

    public OffenceClass Class => Published.ClassOf(alleged.Offence);

    public DateTimeOffset? Deadline => told.Deadline();

    public List<NaiveRecord> Records { get; } = [];

    public string Code { get; set; } = "";

    public NotRecordedReason Reason { get; set; }

    public AllegedCrimeAnswer Answer =>
        Records.Any(r => r.Stands) ? AllegedCrimeAnswer.Recorded
        : Records.Count > 0 ? AllegedCrimeAnswer.Cancelled
        : Code.Length > 0 ? AllegedCrimeAnswer.ReportedIncident
        : Reason != NotRecordedReason.Unspecified ? AllegedCrimeAnswer.NotRecorded
        : AllegedCrimeAnswer.Open;

    public AllegedCrimeState At(DateTimeOffset now) => new()
    {
        AllegedCrime = alleged,
        Answer = Answer,
        Deadline = Deadline is { } deadline ? Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(deadline) : null,
        Overdue = Answer == AllegedCrimeAnswer.Open && Deadline < now,
        Timeliness = Timeliness,
        AnsweredBy = AnsweredBy,
        Presumed = presumedBy is not null,
        Rule = presumedBy?.Id ?? "",
        NotRecordedReason = Answer == AllegedCrimeAnswer.NotRecorded ? Reason : NotRecordedReason.Unspecified,
    };

    public void AnswerWith(NaiveRecord record)
    {
        Records.Add(record);
        record.Answers.Add(alleged.AllegedRef);
    }

    /// <summary>The alleged crimes by reference: as last told of, since the first telling.</summary>
    public static NaiveCrime[] AllegedIn(IncidentUpdate[] updates) =>
    [
        .. updates.SelectMany(TellingsIn)
            .GroupBy(t => t.Alleged.AllegedRef)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new NaiveCrime(g.Last().Alleged, g.Select(t => t.Told).InOrder().First())),
    ];

    private Timeliness Timeliness => Records.Find(r => r.Stands)?.RecordedTime is not { } recorded ? Timeliness.Unspecified
        : Deadline is null || recorded.Precision != TimePrecision.Instant ? Timeliness.Unknown
        : recorded.Time.ToDateTimeOffset() <= Deadline ? Timeliness.InTime
        : Timeliness.Late;

    private string AnsweredBy => Answer switch
    {
        AllegedCrimeAnswer.Recorded => Records.First(r => r.Stands).CrimeRef,
        AllegedCrimeAnswer.Cancelled => Records[0].CrimeRef,
        AllegedCrimeAnswer.ReportedIncident => Code,
        _ => "",
    };

    private static IEnumerable<(AllegedCrime Alleged, EventTime Told)> TellingsIn(IncidentUpdate update) => update.ChangeCase switch
    {
        Change.Opened => update.Opened.AllegedCrimes.Select(a => (a, update.Opened.ReportedTime)),
        Change.CrimeAlleged => [(update.CrimeAlleged.AllegedCrime, update.EventTime)],
        _ => [],
    };
}
