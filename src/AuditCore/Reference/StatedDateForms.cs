using System.Globalization;

namespace AuditCore.Reference;

/// <summary>The forms in which publishers write dates. Not the platform's parser: its pivot for two-digit years is a setting.</summary>
internal static class StatedDateForms
{
    private const int TwoDigitPivot = 50;
    private static readonly char[] Separators = [' ', '-', '/'];

    private static readonly string[] Months =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    public static (StatedDatePrecision Precision, DateOnly First, DateOnly Last)? Read(string text)
    {
        // One kind of separator: "01-Jul/25" is a slip, not a date.
        if (Separators.Count(text.Contains) > 1) return null;
        string[] parts = text.Split(Separators);
        return parts.Length switch
        {
            1 => parts[0].Length == 4 ? Period(Year(parts[0]), null, null) : null,
            2 when parts[0].Length == 4 && Number(parts[0]) is not null => Period(Year(parts[0]), Number(parts[1]), null, monthStated: true),
            2 => Period(Year(parts[1]), MonthNamed(parts[0]), null, monthStated: true),
            3 when parts[0].Length == 4 => Period(Year(parts[0]), Number(parts[1]), Number(parts[2]), true, true),
            3 => Period(Year(parts[2]), Number(parts[1]) ?? MonthNamed(parts[1]), Number(parts[0]), true, true),
            _ => null,
        };
    }

    private static (StatedDatePrecision Precision, DateOnly First, DateOnly Last)? Period(
        int? year, int? month, int? day, bool monthStated = false, bool dayStated = false)
    {
        if (year is not { } y || (monthStated && month is null) || (dayStated && day is null)) return null;
        if (month is not { } m) return (StatedDatePrecision.Year, new(y, 1, 1), new(y, 12, 31));
        if (m is < 1 or > 12) return null;
        int days = DateTime.DaysInMonth(y, m);
        if (day is not { } d) return (StatedDatePrecision.Month, new(y, m, 1), new(y, m, days));
        return d >= 1 && d <= days ? (StatedDatePrecision.Day, new(y, m, d), new(y, m, d)) : null;
    }

    private static int? Year(string text) => (Number(text), text.Length) switch
    {
        ( >= 1900 and <= 2100 and { } year, 4) => year,
        ( < TwoDigitPivot and { } year, 2) => 2000 + year,
        ({ } year, 2) => 1900 + year,
        _ => null,
    };

    private static int? Number(string text) =>
        text.Length <= 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;

    private static int? MonthNamed(string text)
    {
        // "Februay" occurs once in the offence list of 2026/27 and can mean one month only.
        if (text.Equals("Februay", StringComparison.OrdinalIgnoreCase)) return 2;
        int index = Array.FindIndex(Months, month =>
            text.Equals(month, StringComparison.OrdinalIgnoreCase) || text.Equals(month[..3], StringComparison.OrdinalIgnoreCase));
        return index < 0 ? null : index + 1;
    }
}
