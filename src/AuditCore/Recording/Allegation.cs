using AuditCore.Reference;
using CrimeAudit.V1;

namespace AuditCore.Recording;

/// <summary>What the fold gathers about an alleged crime.</summary>
internal sealed class Allegation
{
    public AllegedCrime? Alleged { get; set; }

    public EventTime? ReportedTime { get; set; }

    public DateTimeOffset? Deadline { get; set; }

    public OffenceClass Class { get; set; }

    /// <summary>Crime records that answer it: those that name it, or the one matched to it.</summary>
    public List<RecordedCrime> Answers { get; } = [];

    /// <summary>N-code that answers it, or null.</summary>
    public string? ReportedIncident { get; set; }

    /// <summary>It was decided not to record a crime.</summary>
    public bool DecidedAgainst { get; set; }

    public Timeliness TimelinessOf(RecordedCrime record) =>
        Deadline is not { } deadline || record.RecordedTime.Instant() is not { } recorded ? Timeliness.Unknown
        : recorded <= deadline ? Timeliness.InTime : Timeliness.Late;
}
