using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using AuditCore.Estimation;

namespace AuditCli.Input;

/// <summary>Writes answers as JSON: shortest round-trip numbers, letters as they are, what is undefined left out.</summary>
internal static class JsonText
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonWriterOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes one document over several lines.</summary>
    public static void Write(TextWriter output, Action<Utf8JsonWriter> write) => Write(output, Indented, write);

    /// <summary>Writes one document on one line.</summary>
    public static void WriteLine(TextWriter output, Action<Utf8JsonWriter> write) => Write(output, OneLine, write);

    /// <summary>A number, or nothing.</summary>
    public static void Defined(this Utf8JsonWriter json, string key, double? value)
    {
        if (value is double number)
            json.WriteNumber(key, number);
    }

    /// <summary>Both ends of an interval, or nothing.</summary>
    public static void Defined(this Utf8JsonWriter json, string key, Interval? interval)
    {
        if (interval is not null)
            json.Ends(key, interval.Lower, interval.Upper);
    }

    /// <summary>Two numbers.</summary>
    public static void Ends(this Utf8JsonWriter json, string key, double lower, double upper)
    {
        json.WriteStartArray(key);
        json.WriteNumberValue(lower);
        json.WriteNumberValue(upper);
        json.WriteEndArray();
    }

    private static void Write(TextWriter output, JsonWriterOptions options, Action<Utf8JsonWriter> write)
    {
        using MemoryStream bytes = new();
        using (Utf8JsonWriter json = new(bytes, options))
            write(json);
        output.Write(Encoding.UTF8.GetString(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)));
        output.Write('\n');
    }
}
