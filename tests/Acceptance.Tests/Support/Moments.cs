using System.Globalization;

namespace Acceptance.Tests.Support;

/// <summary>Times that the tests speak of.</summary>
internal static class Moments
{
    /// <summary>When a server under test believes to start.</summary>
    public static readonly DateTimeOffset Now = Utc("2019-06-03T09:00:00Z");

    /// <summary>An ordinary report, long overdue by now.</summary>
    public static readonly DateTimeOffset Reported = Utc("2018-11-05T14:30:00Z");

    public static DateTimeOffset Utc(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
