using CrimeAudit.V1;

namespace AuditCore.Recording;

/// <summary>Event times as values that can be compared.</summary>
public static class EventTimes
{
    /// <summary>The instant, if the time is known to it; otherwise null.</summary>
    /// <param name="time">A time with its precision, or null.</param>
    public static DateTimeOffset? Instant(this EventTime? time) =>
        time is { Precision: TimePrecision.Instant } ? time.Time.ToDateTimeOffset() : null;

    /// <summary>
    /// The earlier of two times. When one may lie anywhere in a day or month in which the other does, the other is the better knowledge of
    /// the same: a system that tells less exactly takes nothing away from what another told.
    /// </summary>
    /// <param name="a">A time, or null for none.</param>
    /// <param name="b">Another time.</param>
    public static EventTime Earlier(EventTime? a, EventTime b)
    {
        ArgumentNullException.ThrowIfNull(b);
        return a is null || b.Refines(a) ? b
            : a.Refines(b) || a.Time.CompareTo(b.Time) <= 0 ? a
            : b;
    }

    /// <summary>The later of two times; the more exact one where it lies in the day or month of the other.</summary>
    /// <param name="a">A time.</param>
    /// <param name="b">Another time.</param>
    public static EventTime Later(EventTime a, EventTime b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        return b.Refines(a) ? b
            : a.Refines(b) || a.Time.CompareTo(b.Time) >= 0 ? a
            : b;
    }

    /// <summary>Whether a time is after another beyond doubt: it begins when the other's day or month, if no more is known, is over.</summary>
    /// <param name="time">A time.</param>
    /// <param name="other">Another time.</param>
    public static bool IsSurelyAfter(this EventTime time, EventTime other)
    {
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(other);
        return other.EndOf() is { } end ? time.Time.ToDateTimeOffset() >= end : time.Time.CompareTo(other.Time) > 0;
    }

    /// <summary>Whether a time was over by an instant beyond doubt, or is that instant.</summary>
    /// <param name="time">A time.</param>
    /// <param name="instant">An instant.</param>
    public static bool IsSurelyBy(this EventTime time, DateTimeOffset instant)
    {
        ArgumentNullException.ThrowIfNull(time);
        return (time.EndOf() ?? time.Time.ToDateTimeOffset()) <= instant;
    }

    /// <summary>Whether a time is known more exactly than another in whose day or month it lies.</summary>
    private static bool Refines(this EventTime time, EventTime other) =>
        time.Precision < other.Precision && time.Time.CompareTo(other.Time) >= 0 && !time.IsSurelyAfter(other);

    /// <summary>The end of the day or month in which a time lies; null for an instant.</summary>
    private static DateTimeOffset? EndOf(this EventTime time) => time.Precision switch
    {
        TimePrecision.Day => LondonTime.StartOf(LondonTime.DayOf(time.Time.ToDateTimeOffset()).AddDays(1)),
        TimePrecision.Month => LondonTime.StartOf(LondonTime.DayOf(time.Time.ToDateTimeOffset()).AddMonths(1)),
        _ => null,
    };
}
