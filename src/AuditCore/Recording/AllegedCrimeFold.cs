using AuditCore.Recording.Rules;
using AuditCore.Reference;
using CrimeAudit.V1;

namespace AuditCore.Recording;

/// <summary>An alleged or presumed crime and what answers it.</summary>
public sealed record AllegedCrimeFold
{
    /// <summary>As alleged; of a presumed crime its offence, under a reference that begins with <see cref="Presumption.RefPrefix"/>.</summary>
    public required AllegedCrime Alleged { get; init; }

    /// <summary>What presumes it; null when it is alleged.</summary>
    public Presumption? PresumedBy { get; init; }

    /// <summary>Class of the offence alleged.</summary>
    public required OffenceClass Class { get; init; }

    /// <summary>When the police were told of it; null while the report is awaited.</summary>
    public EventTime? ReportedTime { get; init; }

    /// <summary>Until when a crime must be recorded; null when the time of the report is not known to the instant.</summary>
    public DateTimeOffset? Deadline { get; init; }

    /// <summary>Where it stands.</summary>
    public required AllegedCrimeAnswer Answer { get; init; }

    /// <summary>Whether it was recorded in time; <see cref="Timeliness.Unspecified"/> unless recorded.</summary>
    public Timeliness Timeliness { get; init; }

    /// <summary>The crime record, the N-code, or empty.</summary>
    public string AnsweredBy { get; init; } = "";

    /// <summary>The N-code about it, whether or not a crime record outweighs it; empty when there is none.</summary>
    public string ReportedIncident { get; init; } = "";

    /// <summary>The last decision not to record it, whether or not something outweighs it; null when there is none.</summary>
    public CrimeNotRecorded? Decision { get; init; }

    /// <summary>The last delay of its recording; null when there is none.</summary>
    public RecordingDelayed? Delay { get; init; }

    /// <summary>Nothing answers it.</summary>
    public bool IsOpen => Answer == AllegedCrimeAnswer.Open;

    /// <summary>Unanswered past its deadline at a given time.</summary>
    /// <param name="now">The time asked about.</param>
    public bool IsOverdue(DateTimeOffset now) => IsOpen && Deadline < now;
}
