using System.Globalization;

namespace AuditCli.Support;

/// <summary>Hours as people read them.</summary>
internal static class HoursText
{
    private const int OfDay = 24;

    /// <summary>Longest time that is told in hours: the rules speak of 24 and 72.</summary>
    private const int MostInHours = 72;

    /// <summary><c>5.3</c>.</summary>
    public static string Of(double hours) => hours.ToString("N1", CultureInfo.InvariantCulture);

    /// <summary>A round time with its unit: <c>24 hours</c>, <c>7 days</c>.</summary>
    public static string Span(double hours) => hours > MostInHours
        ? string.Create(CultureInfo.InvariantCulture, $"{hours / OfDay:0.#} days")
        : string.Create(CultureInfo.InvariantCulture, $"{hours:0.#} hours");
}
