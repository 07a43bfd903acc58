using System.Globalization;
using Acceptance.Tests.Support;
using CrimeAudit.V1;

namespace Acceptance.Tests.Recounting;

/// <summary>Times as a recount reads them.</summary>
internal static class NaiveTimes
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    private static readonly DateTimeOffset FirstOfApril2015 = Moments.Utc("2015-03-31T23:00:00Z");

    /// <summary>The earliest first, without days and months in which a more exact one lies: that is when it was.</summary>
    public static EventTime[] InOrder(this IEnumerable<EventTime> times)
    {
        EventTime[] all = [.. times.OrderBy(t => t.Time).ThenBy(t => t.Precision)];
        return [.. all.Where(coarse => !all.Any(t => t.Precision < coarse.Precision && t.Time >= coarse.Time && t.Time.ToDateTimeOffset() < End(coarse)))];
    }

    /// <summary>When it was over at the latest.</summary>
    public static DateTimeOffset End(this EventTime time)
    {
        DateTimeOffset start = time.Time.ToDateTimeOffset();
        DateTime day = TimeZoneInfo.ConvertTime(start, London).Date;
        return time.Precision switch
        {
            TimePrecision.Day => Midnight(day.AddDays(1)),
            TimePrecision.Month => Midnight(day.AddMonths(1)),
            _ => start,
        };
    }

    /// <summary>24 hours after the report, and 72 before 1 April 2015; null when the instant is not known.</summary>
    public static DateTimeOffset? Deadline(this EventTime reported) => reported.Precision != TimePrecision.Instant ? null
        : reported.Time.ToDateTimeOffset() is var at && at < FirstOfApril2015 ? at.AddHours(72)
        : at.AddHours(24);

    private static DateTimeOffset Midnight(DateTime day) => new(day, London.GetUtcOffset(day));

    /// <summary>The month in London.</summary>
    public static string Month(this EventTime time) =>
        TimeZoneInfo.ConvertTime(time.Time.ToDateTimeOffset(), London).ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
