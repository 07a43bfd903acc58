using System.Text.Json;

namespace AuditCli.Input;

/// <summary>
/// Reads the fields of one JSON object and notes what is missing or of another type, with where it stands; reading goes on, so that one
/// run names every problem.
/// </summary>
/// <param name="where">Such as <c>case 'case-01', stratum 's1'</c>.</param>
/// <param name="element">The object.</param>
/// <param name="problems">Where problems are added.</param>
internal sealed class JsonFields(string where, JsonElement element, List<string> problems)
{
    public string Where => where;

    /// <summary>A text that is not empty; "?" when there is none.</summary>
    public string Text(string field)
    {
        if (Find(field) is not JsonElement value)
            return "?";
        if (value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text)
            return text;
        Problem(field, $"must be text, not {Kind(value)}");
        return "?";
    }

    /// <summary>A whole number of at least 0; null when there is none.</summary>
    public long? Count(string field) => Find(field) is JsonElement value ? Count(field, value) : null;

    /// <summary>The fields of an object, each a whole number of at least 0.</summary>
    public IReadOnlyList<(string Name, long Count)> NamedCounts(string field)
    {
        if (Find(field) is not JsonElement value)
            return [];
        if (value.ValueKind == JsonValueKind.Object)
            return [.. value.EnumerateObject().Select(p => (p.Name, Count($"{field}.{p.Name}", p.Value) ?? 0))];
        Problem(field, $"must be an object of numbers, not {Kind(value)}");
        return [];
    }

    /// <summary>A list of whole numbers from 0 to 2,147,483,647; null when it is missing or any entry is not one.</summary>
    public int[]? Counts(string field)
    {
        if (List(field) is not JsonElement list)
            return null;
        long?[] counts = [.. list.EnumerateArray().Select((entry, i) => Count($"{field}[{i}]", entry, int.MaxValue))];
        return Array.TrueForAll(counts, c => c is not null) ? Array.ConvertAll(counts, c => (int)c!.Value) : null;
    }

    /// <summary>A list of at least one object, each read by itself.</summary>
    public IReadOnlyList<JsonFields> Objects(string field, string kind, string nameField)
    {
        if (List(field) is not JsonElement list)
            return [];
        if (list.GetArrayLength() == 0)
            Problem(field, "must not be empty");
        return [.. list.EnumerateArray().Select((entry, i) => Of($"{where}, {kind}", i, entry, nameField, problems)).OfType<JsonFields>()];
    }

    /// <summary>An object named by one of its fields, or by its place when it has no such name; null with a problem when it is not one.</summary>
    public static JsonFields? Of(string kind, int index, JsonElement entry, string nameField, List<string> problems)
    {
        if (entry.ValueKind != JsonValueKind.Object)
        {
            problems.Add($"{kind} {index + 1} must be an object, not {Kind(entry)}.");
            return null;
        }
        bool named = entry.TryGetProperty(nameField, out JsonElement name) && name.ValueKind == JsonValueKind.String;
        return new JsonFields(named ? $"{kind} '{name.GetString()}'" : $"{kind} {index + 1}", entry, problems);
    }

    public void Problem(string field, string what) => problems.Add($"{where}, field '{field}': {what}.");

    private JsonElement? List(string field)
    {
        if (Find(field) is not JsonElement value)
            return null;
        if (value.ValueKind == JsonValueKind.Array)
            return value;
        Problem(field, $"must be a list, not {Kind(value)}");
        return null;
    }

    private JsonElement? Find(string field)
    {
        if (element.TryGetProperty(field, out JsonElement value))
            return value;
        Problem(field, "is missing");
        return null;
    }

    private long? Count(string field, JsonElement value, long most = long.MaxValue)
    {
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out long count) && count >= 0 && count <= most)
            return count;
        Problem(field, FormattableString.Invariant($"must be a whole number from 0 to {most}, not {Kind(value)}"));
        return null;
    }

    private static string Kind(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.Null => "null",
        JsonValueKind.String => $"the text \"{value.GetString()}\"",
        _ => value.GetRawText(),
    };
}
