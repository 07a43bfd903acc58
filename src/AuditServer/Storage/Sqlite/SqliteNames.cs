using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace AuditServer.Storage.Sqlite;

/// <summary>
/// Names in sending systems as one parameter. In-process a statement costs more than the row it finds, so a turn looks up a thousand
/// names by one.
/// </summary>
internal static class SqliteNames
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Names as <c>[[source_id, name], …]</c>.</summary>
    public static string Json(IReadOnlyCollection<(long Source, string Name)> names)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text, Plain))
        {
            json.WriteStartArray();
            foreach ((long source, string name) in names)
            {
                json.WriteStartArray();
                json.WriteNumberValue(source);
                json.WriteStringValue(name);
                json.WriteEndArray();
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length);
    }
}
