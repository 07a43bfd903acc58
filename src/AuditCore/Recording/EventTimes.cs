using CrimeAudit.V1;

namespace AuditCore.Recording;

/// <summary>Event times as values that can be compared.</summary>
public static class EventTimes
{
    /// <summary>The instant, if the time is known to it; otherwise null.</summary>
    /// <param name="time">A time with its precision, or null.</param>
    public static DateTimeOffset? Instant(this EventTime? time) =>
        time is { Precision: TimePrecision.Instant } ? time.Time.ToDateTimeOffset() : null;

    /// <summary>The earlier of two times; of equal ones the more exact.</summary>
    /// <param name="a">A time, or null for none.</param>
    /// <param name="b">Another time.</param>
    public static EventTime Earlier(EventTime? a, EventTime b)
    {
        if (a is null)
        {
            return b;
        }

        int order = a.Time.CompareTo(b.Time);
        return order < 0 || (order == 0 && a.Precision <= b.Precision) ? a : b;
    }

    /// <summary>Whether a time is after another beyond doubt: it begins when the other's day or month, if no more is known, is over.</summary>
    /// <param name="time">A time.</param>
    /// <param name="other">Another time.</param>
    public static bool IsSurelyAfter(this EventTime time, EventTime other)
    {
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(other);
        DateTimeOffset start = other.Time.ToDateTimeOffset();
        return other.Precision switch
        {
            TimePrecision.Day => time.Time.ToDateTimeOffset() >= LondonTime.StartOf(LondonTime.DayOf(start).AddDays(1)),
            TimePrecision.Month => time.Time.ToDateTimeOffset() >= LondonTime.StartOf(LondonTime.DayOf(start).AddMonths(1)),
            _ => time.Time.CompareTo(other.Time) > 0,
        };
    }
}
