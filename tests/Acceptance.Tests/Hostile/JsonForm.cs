using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;

namespace Acceptance.Tests.Hostile;

/// <summary>Writes what a message says as JSON, whether or not the contract's JSON has a form for it.</summary>
internal static class JsonForm
{
    // Texts that JSON can spell and that no text is.
    private const string LoneSurrogate = "\"\\ud83d\"";

    private const long EarliestSecond = -62_135_596_800;
    private const long LatestSecond = 253_402_300_799;

    private static readonly JsonWriterOptions Unchecked = new() { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The message as an object.</summary>
    public static string Of(HostileMessage message)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text, Unchecked))
        {
            Write(json, message);
        }

        return Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length);
    }

    /// <summary>A value as a query or a path has it.</summary>
    public static string TextOf(FieldDescriptor field, object value) => value switch
    {
        HostileMessage time when time.Type == Timestamp.Descriptor || time.Type == Duration.Descriptor => TimeText(time),
        HostileMessage inner => Of(inner),
        byte[] bytes => Convert.ToBase64String(bytes),
        long number when field.FieldType == FieldType.Enum => field.EnumType.FindValueByNumber((int)number)?.Name ?? Number(number),
        double number => number.ToString(CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        long number => Number(number),
        _ => (string)value,
    };

    private static void Write(Utf8JsonWriter json, HostileMessage message)
    {
        json.WriteStartObject();
        foreach (IGrouping<FieldDescriptor, object> field in message.Fields.GroupBy(f => f.Field, f => f.Value))
        {
            if (field.Key.IsRepeated)
            {
                json.WriteStartArray(field.Key.JsonName);
                foreach (object value in field)
                {
                    Write(json, field.Key, value);
                }

                json.WriteEndArray();
                continue;
            }

            foreach (object value in field)
            {
                json.WritePropertyName(field.Key.JsonName);
                Write(json, field.Key, value);
            }
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, FieldDescriptor field, object value)
    {
        switch (value)
        {
            case HostileMessage inner when inner.Type != Timestamp.Descriptor && inner.Type != Duration.Descriptor:
                Write(json, inner);
                break;
            case byte[] when field.FieldType == FieldType.String:
                json.WriteRawValue(LoneSurrogate, skipInputValidation: true);
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case double number when double.IsFinite(number):
                json.WriteNumberValue(number);
                break;
            case long number when field.FieldType != FieldType.Enum || field.EnumType.FindValueByNumber((int)number) is null:
                json.WriteNumberValue(number);
                break;
            default:
                json.WriteStringValue(TextOf(field, value));
                break;
        }
    }

    /// <summary>A time as the contract's JSON has it, and one that it has no form for as near to that as can be.</summary>
    private static string TimeText(HostileMessage time)
    {
        long seconds = Last(time, 1);
        long nanos = Last(time, 2);
        bool isTime = time.Type == Timestamp.Descriptor && seconds is >= EarliestSecond and <= LatestSecond && nanos is >= 0 and < 1_000_000_000;
        return isTime ? DateTimeOffset.FromUnixTimeSeconds(seconds).AddTicks(nanos / 100).ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture)
            : nanos == 0 ? $"{seconds}s"
            : $"{seconds}.{nanos}s";
    }

    private static long Last(HostileMessage message, int field) =>
        message.Fields.LastOrDefault(f => f.Field.FieldNumber == field).Value as long? ?? 0;

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
