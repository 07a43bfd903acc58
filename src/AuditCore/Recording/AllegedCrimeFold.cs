using AuditCore.Reference;
using CrimeAudit.V1;

namespace AuditCore.Recording;

/// <summary>An alleged crime and what answers it.</summary>
public sealed record AllegedCrimeFold
{
    /// <summary>As alleged.</summary>
    public required AllegedCrime Alleged { get; init; }

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

    /// <summary>Unanswered past its deadline at a given time.</summary>
    /// <param name="now">The time asked about.</param>
    public bool IsOverdue(DateTimeOffset now) => Answer == AllegedCrimeAnswer.Open && Deadline < now;
}
