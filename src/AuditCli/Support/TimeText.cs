using System.Globalization;
using AuditCore.Recording;
using Google.Protobuf.WellKnownTypes;

namespace AuditCli.Support;

/// <summary>
/// Times as people read them: Europe/London, which they work by, with its name, since an hour comes twice in October. What
/// programs read, CSV and JSON, stays UTC.
/// </summary>
internal static class TimeText
{
    /// <summary><c>2019-06-03 10:00 BST</c>.</summary>
    public static string Minute(Timestamp time) => Text(time, "yyyy-MM-dd HH:mm");

    /// <summary><c>2019-06-03 10:00:05 BST</c>.</summary>
    public static string Second(Timestamp time) => Text(time, "yyyy-MM-dd HH:mm:ss");

    /// <summary>The time of day, <c>10:00:05 BST</c>.</summary>
    public static string OfDay(Timestamp time) => Text(time, "HH:mm:ss");

    private static string Text(Timestamp time, string format)
    {
        DateTimeOffset london = LondonTime.Of(time.ToDateTimeOffset());
        return $"{london.ToString(format, CultureInfo.InvariantCulture)} {(london.Offset == TimeSpan.Zero ? "GMT" : "BST")}";
    }
}
