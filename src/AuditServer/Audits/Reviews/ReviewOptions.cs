using System.ComponentModel.DataAnnotations;

namespace AuditServer.Audits.Reviews;

/// <summary>Settings of reviews, section <c>CrimeAudit:Reviews</c>.</summary>
internal sealed class ReviewOptions
{
    public const string Section = "CrimeAudit:Reviews";

    /// <summary>How often response windows, and times to reveal, that have passed are looked for.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "1.00:00:00")]
    public TimeSpan LapseInterval { get; set; } = TimeSpan.FromMinutes(1);
}
