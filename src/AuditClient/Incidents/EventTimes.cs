using CrimeAudit.V1;
using Google.Protobuf.WellKnownTypes;

namespace CrimeAudit.Client;

/// <summary>
/// Times with the precision that they are known to. Only an instant can be in time or late; say a day or a month where
/// no more is known, rather than invent a time of day.
/// </summary>
public static class EventTimes
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>The instant is known.</summary>
    /// <param name="time">When; its offset counts, sent as UTC.</param>
    /// <returns>The time, of precision INSTANT.</returns>
    public static EventTime Instant(DateTimeOffset time) =>
        new() { Time = Timestamp.FromDateTimeOffset(time), Precision = TimePrecision.Instant };

    /// <summary>Only the day is known.</summary>
    /// <param name="day">The day in Europe/London.</param>
    /// <returns>The first instant of that day in Europe/London, of precision DAY.</returns>
    public static EventTime Day(DateOnly day) => new() { Time = StartOf(day), Precision = TimePrecision.Day };

    /// <summary>Only the month is known.</summary>
    /// <param name="year">The year.</param>
    /// <param name="month">The month, 1 to 12.</param>
    /// <returns>The first instant of that month in Europe/London, of precision MONTH.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such month.</exception>
    public static EventTime Month(int year, int month) =>
        new() { Time = StartOf(new DateOnly(year, month, 1)), Precision = TimePrecision.Month };

    // London's clocks change at one in the morning, so midnight there is never missing and never twice.
    private static Timestamp StartOf(DateOnly day) =>
        Timestamp.FromDateTime(TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), London));
}
