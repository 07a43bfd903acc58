using AuditCore.Recording.Rules;
using AuditCore.Reference;
using CrimeAudit.V1;

namespace AuditCore.Recording;

/// <summary>What the fold gathers about an alleged or presumed crime.</summary>
internal sealed class Allegation
{
    private List<RecordedCrime>? answers;

    public AllegedCrime? Alleged { get; set; }

    /// <summary>What presumes it; null when it is alleged.</summary>
    public Presumption? PresumedBy { get; init; }

    /// <summary>When the force says that it was alleged, by its earliest telling; null for a presumed one.</summary>
    public EventTime? Told { get; private set; }

    /// <summary>When its clock started: when it was alleged, or when the report made likely what was alleged only then.</summary>
    public EventTime? ReportedTime { get; private set; }

    public DateTimeOffset? Deadline { get; private set; }

    public OffenceClass Class { get; set; }

    /// <summary>Crime records that answer it: those that name it, or the one matched to it.</summary>
    public IReadOnlyList<RecordedCrime> Answers => answers ?? (IReadOnlyList<RecordedCrime>)[];

    /// <summary>N-code that answers it, or null.</summary>
    public string? ReportedIncident { get; set; }

    /// <summary>The last decision not to record it, or null.</summary>
    public CrimeNotRecorded? Decision { get; set; }

    /// <summary>The last delay of its recording, or null.</summary>
    public RecordingDelayed? Delay { get; set; }

    public bool IsOpen => answers is null && ReportedIncident is null && Decision is null;

    /// <summary>It is alleged, or was alleged before as well.</summary>
    public void Tell(EventTime told, IRecordingReference reference)
    {
        Told = EventTimes.Earlier(Told, told);
        StartClock(told, reference);
    }

    /// <summary>Starts the clock, or puts it back to an earlier start.</summary>
    public void StartClock(EventTime reportedTime, IRecordingReference reference)
    {
        ReportedTime = EventTimes.Earlier(ReportedTime, reportedTime);
        Deadline = ReportedTime.Instant() is { } instant ? instant + reference.Rules(instant).RecordingDeadline : null;
    }

    public void AnswerWith(RecordedCrime record)
    {
        (answers ??= []).Add(record);
        record.Answered.Add(Alleged!.AllegedRef);
    }

    /// <summary>A crime that stands outweighs a cancelled one, that an N-code, and that a decision not to record.</summary>
    public AllegedCrimeFold Fold()
    {
        (AllegedCrimeAnswer answer, string by, Timeliness timeliness) = Answer();
        return new AllegedCrimeFold
        {
            Alleged = Alleged!,
            PresumedBy = PresumedBy,
            Class = Class,
            ReportedTime = ReportedTime,
            Deadline = Deadline,
            Answer = answer,
            AnsweredBy = by,
            Timeliness = timeliness,
            ReportedIncident = ReportedIncident ?? "",
            Decision = Decision,
            Delay = Delay,
        };
    }

    private (AllegedCrimeAnswer Answer, string By, Timeliness Timeliness) Answer()
    {
        if (answers?.Find(r => r.Stands) is { } standing)
        {
            return (AllegedCrimeAnswer.Recorded, standing.CrimeRef, TimelinessOf(standing));
        }

        return answers is not null ? (AllegedCrimeAnswer.Cancelled, answers[0].CrimeRef, Timeliness.Unspecified)
            : ReportedIncident is { } code ? (AllegedCrimeAnswer.ReportedIncident, code, Timeliness.Unspecified)
            : Decision is not null ? (AllegedCrimeAnswer.NotRecorded, "", Timeliness.Unspecified)
            : (AllegedCrimeAnswer.Open, "", Timeliness.Unspecified);
    }

    private Timeliness TimelinessOf(RecordedCrime record) =>
        Deadline is not { } deadline || record.RecordedTime.Instant() is not { } recorded ? Timeliness.Unknown
        : recorded <= deadline ? Timeliness.InTime : Timeliness.Late;
}
