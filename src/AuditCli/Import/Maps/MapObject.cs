using System.Text.Json;

namespace AuditCli.Import.Maps;

/// <summary>A JSON object of a map, read key by key; what was not asked for is a problem, and so is what has the wrong form.</summary>
internal sealed class MapObject(JsonElement element, string path, List<string> problems)
{
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    public string Path => path;

    public IEnumerable<JsonProperty> Properties => element.EnumerateObject();

    public void Problem(string key, string what) => problems.Add($"{PathTo(key)}: {what}");

    public JsonElement? Take(string key)
    {
        taken.Add(key);
        return element.TryGetProperty(key, out JsonElement value) ? value : null;
    }

    /// <summary>A text that is not blank; null when it is absent or wrong, and then there is a problem unless it may be absent.</summary>
    public string? Text(string key, bool needed)
    {
        switch (Take(key))
        {
            case null:
                if (needed)
                {
                    Problem(key, "is missing");
                }

                return null;
            case { ValueKind: JsonValueKind.String } text when !string.IsNullOrWhiteSpace(text.GetString()):
                return text.GetString();
            default:
                Problem(key, "must be a text");
                return null;
        }
    }

    /// <summary>One of some words; null when it is absent or wrong.</summary>
    public string? Choice(string key, bool needed, params string[] words)
    {
        string? text = Text(key, needed);
        if (text is null || words.Contains(text, StringComparer.Ordinal))
        {
            return text;
        }

        Problem(key, $"'{text}' is none of {string.Join(", ", words)}");
        return null;
    }

    /// <summary>Texts in an array of at least one; null when it is absent or wrong.</summary>
    public IReadOnlyList<string>? Texts(string key)
    {
        if (Take(key) is { ValueKind: JsonValueKind.Array } array
            && array.GetArrayLength() > 0 && array.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String))
        {
            return [.. array.EnumerateArray().Select(item => item.GetString()!)];
        }

        Problem(key, "must be an array of texts, at least one");
        return null;
    }

    /// <summary>An object below; null when the value is none.</summary>
    public MapObject? Below(string key, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            return new MapObject(value, PathTo(key), problems);
        }

        Problem(key, "must be an object");
        return null;
    }

    /// <summary>The end of the reading: every key that nobody asked for is a problem.</summary>
    public void RefuseOthers()
    {
        foreach (JsonProperty property in element.EnumerateObject().Where(property => !taken.Contains(property.Name)))
        {
            Problem(property.Name, $"is not a key here; {string.Join(", ", taken.Order(StringComparer.Ordinal))} are");
        }
    }

    private string PathTo(string key) => path.Length == 0 ? key : key.StartsWith('[') ? path + key : $"{path}.{key}";
}
