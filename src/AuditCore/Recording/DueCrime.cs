namespace AuditCore.Recording;

/// <summary>An unanswered crime that is past its deadline, or soon will be.</summary>
/// <param name="Crime">The crime.</param>
/// <param name="Deadline">Until when it should be answered.</param>
/// <param name="Urgency">Points of offence and report; they do not change with time.</param>
/// <param name="Over">Time since the deadline; negative while it is still ahead.</param>
public readonly record struct DueCrime(AllegedCrimeFold Crime, DateTimeOffset Deadline, int Urgency, TimeSpan Over)
{
    /// <summary>The deadline has passed.</summary>
    public bool IsOverdue => Over > TimeSpan.Zero;
}
