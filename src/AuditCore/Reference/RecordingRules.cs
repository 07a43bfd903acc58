namespace AuditCore.Reference;

/// <summary>
/// The versions of the crime recording rules, and the recording deadline of a report. The clock starts with the report by any channel and
/// counts elapsed hours: a change to or from summer time neither gives nor takes an hour.
/// </summary>
public static class RecordingRules
{
    // The instants are written out, so that no time-zone data of the machine can move a deadline. Both days begin in summer time.
    private static readonly DateTimeOffset StartOf2015Rules = new(2015, 3, 31, 23, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset StartOf2026Rules = new(2026, 3, 31, 23, 0, 0, TimeSpan.Zero);

    /// <summary>The versions, oldest first.</summary>
    public static IReadOnlyList<RuleVersion> Versions { get; } =
    [
        new("before-2015-04", null, null, TimeSpan.FromHours(72), RuleVersion.NotAvailable, RuleVersion.NotAvailable,
            "Home Office Counting Rules for Recorded Crime, in force before 1 April 2015"),
        new("from-2015-04", new(2015, 4, 1), StartOf2015Rules, TimeSpan.FromHours(24), RuleVersion.NotAvailable, RuleVersion.NotAvailable,
            "Home Office Counting Rules for Recorded Crime, in force from 1 April 2015"),
        new("2026-27", new(2026, 4, 1), StartOf2026Rules, TimeSpan.FromHours(24),
            "Crime Recording General Rules, \"When to record?\", page 10",
            "Crimes should be recorded as soon as sufficient information exists to meet the crime recording steps and this should be on the "
            + "same day the report is received and no later than 24 hours after the initial report was received.",
            "Home Office, Crime Recording Rules for Front line Officers and Staff 2026/27, with effect from April 2026"),
    ];

    /// <summary>The rules in force when a report was made.</summary>
    /// <param name="reportedAt">Instant of the report, in any offset.</param>
    /// <returns>The version.</returns>
    public static RuleVersion For(DateTimeOffset reportedAt) =>
        Versions.Last(version => version.EffectiveFromInstant is not { } start || reportedAt >= start);

    /// <summary>Until when a crime that a report describes is to be recorded.</summary>
    /// <param name="reportedAt">Instant of the report, in any offset.</param>
    /// <returns>The deadline in UTC: 72 elapsed hours after a report before 1 April 2015 (Europe/London), 24 after a later one.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The deadline is past the last representable instant.</exception>
    public static DateTimeOffset Deadline(DateTimeOffset reportedAt) => reportedAt.ToUniversalTime() + For(reportedAt).RecordingDeadline;
}
