using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace AuditServer.Storage.Sqlite;

/// <summary>
/// Names in a sending system as one parameter, where rows are wanted of each: to ask anew for every name would cost more than the rows.
/// </summary>
internal static class SqliteNames
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Names as <c>[name, …]</c>.</summary>
    public static string Json(IEnumerable<string> names)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text, Plain))
        {
            json.WriteStartArray();
            foreach (string name in names)
            {
                json.WriteStringValue(name);
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length);
    }
}
