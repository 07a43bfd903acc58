using CrimeAudit.V1;

namespace AuditCore.Sampling;

/// <summary>How long a force may answer what a review found: whole days, by the plan.</summary>
public static class ReviewWindow
{
    /// <summary>The longest that a plan may give, days; the shortest is one.</summary>
    public const int LongestDays = 90;

    /// <summary>Where a plan does not say, and of plans that were made before it could: 14 days.</summary>
    public static TimeSpan Usual { get; } = TimeSpan.FromDays(14);

    /// <summary>The window of a plan.</summary>
    /// <param name="plan">A plan that was checked.</param>
    /// <returns>1 to <see cref="LongestDays"/> days.</returns>
    public static TimeSpan Of(AuditPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return plan.ReviewPolicy?.ResponseWindow?.ToTimeSpan() ?? Usual;
    }
}
