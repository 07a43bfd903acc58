using System.Globalization;
using System.Text.RegularExpressions;
using CrimeAudit.V1;

namespace AuditCli.Import.Maps;

/// <summary>Reads how the times of a column are written.</summary>
internal sealed partial class TimeReader(MapColumns columns)
{
    /// <summary>A time with a whole second and an odd day, so that a format that loses something shows it.</summary>
    private static readonly DateTime Sample = new(2019, 2, 28, 23, 59, 58, DateTimeKind.Utc);

    /// <summary>The times of a change beside its event time, as far as the map gives them.</summary>
    public IEnumerable<(Action<IncidentUpdate, EventTime> Set, TimeMap Time)> ReadAll(MapObject update, ChangeKind kind)
    {
        foreach ((string name, Action<IncidentUpdate, EventTime> set) in kind.Times)
        {
            if (update.Take(name) is not null && Read(update, name, mayBeBlank: true) is { } time)
            {
                yield return (set, time);
            }
        }
    }

    public TimeMap? Read(MapObject update, string key, bool mayBeBlank)
    {
        if (update.Take(key) is not { } element)
        {
            update.Problem(key, "is missing: the column of the time");
            return null;
        }

        return update.Below(key, element) is { } time ? Read(time, mayBeBlank) : null;
    }

    private TimeMap? Read(MapObject time, bool mayBeBlank)
    {
        string? column = time.Text("column", needed: true);
        string? format = ReadFormat(time);
        string? precision = time.Choice("precision", needed: true, "instant", "day", "month");
        TimeZoneRule zone = ReadZone(time, precision, format);
        string? ambiguous = time.Choice("ambiguous", needed: false, "reject", "earlier", "later");
        if (ambiguous is not null && zone is TimeZoneRule.Utc or TimeZoneRule.Offset)
        {
            time.Problem("ambiguous", "is for times of Europe/London; those of other zones are never twice");
        }

        bool blank = mayBeBlank && time.Choice("ifBlank", needed: false, "reject", "empty") == "empty";
        time.RefuseOthers();
        if (column is null || format is null || precision is null)
        {
            return null;
        }

        return new TimeMap(columns.Slot(column, optional: blank), column, format, Enum.Parse<TimePrecision>(precision, ignoreCase: true))
        {
            Zone = zone,
            Ambiguous = ambiguous is null ? AmbiguousRule.Reject : Enum.Parse<AmbiguousRule>(ambiguous, ignoreCase: true),
            MayBeBlank = blank,
        };
    }

    private static string? ReadFormat(MapObject time)
    {
        string? format = time.Text("format", needed: true);
        if (format is null || CanRead(format))
        {
            return format;
        }

        time.Problem("format", $"'{format}' is no format of times; yyyy-MM-dd HH:mm:ss is one");
        return null;
    }

    /// <summary>What the format writes it must read again.</summary>
    private static bool CanRead(string format)
    {
        try
        {
            string written = Sample.ToString(format, CultureInfo.InvariantCulture);
            return DateTime.TryParseExact(written, format, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out DateTime read)
                && read.Year == Sample.Year;
        }
        catch (FormatException)
        {
            // The only way .NET has of saying that a format is none.
            return false;
        }
    }

    private static TimeZoneRule ReadZone(MapObject time, string? precision, string? format)
    {
        string? zone = time.Choice("zone", needed: precision == "instant", "Europe/London", "UTC", "offset");
        if (zone is null || precision is null || format is null)
        {
            return TimeZoneRule.None;
        }

        if (precision != "instant")
        {
            time.Problem("zone", "is for instants; days and months are those of Europe/London");
        }
        else if (HasOffset(format) != (zone == "offset"))
        {
            time.Problem("zone", zone == "offset" ? "is offset, and the format has none (zzz or K)" : "must be offset, since the format has one");
        }

        return zone switch { "Europe/London" => TimeZoneRule.London, "UTC" => TimeZoneRule.Utc, _ => TimeZoneRule.Offset };
    }

    private static bool HasOffset(string format) => Quoted().Replace(format, "").IndexOfAny(['z', 'K']) >= 0;

    [GeneratedRegex("""'[^']*'|"[^"]*"|\\.""")]
    private static partial Regex Quoted();
}
