using System.Globalization;

namespace AuditCli.Serving;

/// <summary>Lengths of time as people write them: <c>90m</c>, <c>12h</c>, <c>7d</c>.</summary>
internal static class Lifetime
{
    private const int MostDigits = 8;

    /// <summary>Reads a whole number and a unit of s, m, h or d; null when it is anything else.</summary>
    public static TimeSpan? Parse(string text)
    {
        if (text.Length is 0 or > MostDigits + 1
            || !int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out int number))
        {
            return null;
        }

        return text[^1] switch
        {
            's' => TimeSpan.FromSeconds(number),
            'm' => TimeSpan.FromMinutes(number),
            'h' => TimeSpan.FromHours(number),
            'd' when number <= TimeSpan.MaxValue.Days => TimeSpan.FromDays(number),
            _ => null,
        };
    }
}
