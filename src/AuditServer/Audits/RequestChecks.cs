using System.Globalization;
using System.Text;
using AuditServer.Errors;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace AuditServer.Audits;

/// <summary>Checks that requests about audits and volumes share.</summary>
internal static class RequestChecks
{
    public const int LongestName = 64;
    public const int LongestRequestId = 128;

    private const int SecondsOfDay = 86_400;

    /// <summary>A name that a caller gives for ever: 1 to 64 lower case letters, digits and hyphens.</summary>
    public static void Name(this Violations violations, string field, string value)
    {
        if (value.Length is 0 or > LongestName || !value.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
        {
            violations.Add(field, value.Length == 0 ? "is missing" : $"needs 1 to {LongestName} lower case letters, digits or hyphens");
        }
    }

    /// <summary>The audit id and request id of a step.</summary>
    public static void Step(this Violations violations, string auditId, string requestId)
    {
        violations.Name("audit_id", auditId);
        violations.Text("request_id", requestId, 1, LongestRequestId);
    }

    /// <summary>A day such as <c>2017-07-31</c>; null, and noted, when it is not one.</summary>
    public static DateOnly? Day(this Violations violations, string field, string value)
    {
        if (DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
        {
            return day;
        }

        violations.Add(field, value.Length == 0 ? "is missing" : $"'{value}' is not a day such as 2017-07-31");
        return null;
    }

    /// <summary>A time in whole days, from 1; none is no violation.</summary>
    public static void WholeDays(this Violations violations, string field, Duration? time, int mostDays)
    {
        if (time is not null && (time.Nanos != 0 || time.Seconds % SecondsOfDay != 0 || time.Seconds < SecondsOfDay ||
            time.Seconds > (long)mostDays * SecondsOfDay))
        {
            violations.Add(field, $"needs 1 to {mostDays} whole days");
        }
    }

    /// <summary>Text that is the same text after UTF-8: what is hashed must not depend on how broken text is replaced.</summary>
    public static void WellFormed(this Violations violations, string field, string value)
    {
        if (Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(value)) != value)
        {
            violations.Add(field, "is not well-formed Unicode");
        }
    }

    /// <summary>No fields that this version does not know: they would be stored as evidence without being understood.</summary>
    public static void KnownFieldsOnly<T>(this Violations violations, string field, T message, MessageParser<T> parser)
        where T : class, IMessage<T>
    {
        if (parser.WithDiscardUnknownFields(true).ParseFrom(message.ToByteString()).CalculateSize() != message.CalculateSize())
        {
            violations.Add(field, "holds fields that this version of the contract does not know; they would be stored without being understood");
        }
    }
}
