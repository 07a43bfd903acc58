using System.Globalization;
using Acceptance.Tests.Support;
using CrimeAudit.V1;

namespace Acceptance.Tests.Recounting;

/// <summary>Times as a recount reads them.</summary>
internal static class NaiveTimes
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    private static readonly DateTimeOffset FirstOfApril2015 = Moments.Utc("2015-03-31T23:00:00Z");

    /// <summary>The earliest, of equal ones the most exact, first.</summary>
    public static IEnumerable<EventTime> InOrder(this IEnumerable<EventTime> times) => times.OrderBy(t => t.Time).ThenBy(t => t.Precision);

    /// <summary>24 hours after the report, and 72 before 1 April 2015; null when the instant is not known.</summary>
    public static DateTimeOffset? Deadline(this EventTime reported) => reported.Precision != TimePrecision.Instant ? null
        : reported.Time.ToDateTimeOffset() is var at && at < FirstOfApril2015 ? at.AddHours(72)
        : at.AddHours(24);

    /// <summary>The month in London.</summary>
    public static string Month(this EventTime time) =>
        TimeZoneInfo.ConvertTime(time.Time.ToDateTimeOffset(), London).ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
