using System.Globalization;

namespace AuditCli.Overdue;

/// <summary>Times as people write them: <c>90m</c>, <c>4h</c>, <c>2d</c>.</summary>
internal static class SpanText
{
    private static readonly TimeSpan Most = TimeSpan.FromDays(30);

    /// <summary>A time of whole minutes, hours or days, up to 30 days; null when the text is none.</summary>
    public static TimeSpan? Read(string text)
    {
        if (text.Length < 2 || !int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out int number))
        {
            return null;
        }

        TimeSpan? unit = text[^1] switch
        {
            'm' => TimeSpan.FromMinutes(1),
            'h' => TimeSpan.FromHours(1),
            'd' => TimeSpan.FromDays(1),
            _ => null,
        };
        return unit is { } one && number <= Most / one ? number * one : null;
    }

    /// <summary>Hours and minutes under two days, days above: <c>26 h 05 min</c>, <c>210 d</c>.</summary>
    public static string Of(TimeSpan span) => span < TimeSpan.FromDays(2)
        ? string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalHours} h {span.Minutes:00} min")
        : string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalDays:N0} d");
}
