using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AuditCore.Evidence;

/// <summary>
/// Lines of bundles as text. Each line has one spelling: read and written again it must give the same bytes, so nothing can be added to
/// it, said twice, or spelled in another way without being found.
/// </summary>
public static class BundleText
{
    /// <summary>Name and version of the format.</summary>
    public const string Format = "crimeaudit-bundle/1";

    private const byte LineFeed = (byte)'\n';

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.General)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        // Base64 and unit ids are plain ASCII that a browser's caution would spell in escapes.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>A line's bytes, with its line feed.</summary>
    /// <param name="line">The line.</param>
    /// <returns>UTF-8.</returns>
    public static byte[] Write(BundleLine line) => [.. JsonSerializer.SerializeToUtf8Bytes(line, Json), LineFeed];

    /// <summary>The reader asks of members that they are there, and not of what is in a list.</summary>
    private static bool HoldsNull(BundleLine line) => line switch
    {
        BundleEntry entry => entry.Path.Any(hash => hash is null),
        BundleUnits units => units.Ids.Any(string.IsNullOrEmpty),
        _ => false,
    };

    /// <summary>Reads a line.</summary>
    /// <param name="bytes">Its bytes, with the line feed.</param>
    /// <returns>The line.</returns>
    /// <exception cref="FormatException">It is none, or is spelled in another way than <see cref="Write"/> does.</exception>
    public static BundleLine Read(ReadOnlySpan<byte> bytes)
    {
        BundleLine? line;
        try
        {
            line = JsonSerializer.Deserialize<BundleLine>(bytes, Json);
        }
        catch (Exception wrong) when (wrong is JsonException or NotSupportedException or InvalidOperationException)
        {
            throw new FormatException("The line is not one of a bundle.", wrong);
        }

        return line is not null && !HoldsNull(line) && bytes.SequenceEqual(Write(line))
            ? line
            : throw new FormatException("The line is not spelled as bundles spell it.");
    }
}
