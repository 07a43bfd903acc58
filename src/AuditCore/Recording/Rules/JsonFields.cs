using System.Text.Json;
using AuditCore.Reference;
using Google.Protobuf.Reflection;

namespace AuditCore.Recording.Rules;

/// <summary>Reads the fields of a JSON object strictly: what is missing, of the wrong kind or unknown is named with its place.</summary>
internal sealed class JsonFields
{
    private readonly Dictionary<string, JsonElement> left = new(StringComparer.Ordinal);
    private readonly string path;
    private readonly List<DataProblem> problems;

    public JsonFields(JsonElement element, string path, List<DataProblem> problems)
    {
        this.path = path;
        this.problems = problems;
        if (element.ValueKind != JsonValueKind.Object)
        {
            Refuse("", "is not an object");
            return;
        }

        foreach (JsonProperty property in element.EnumerateObject())
        {
            left.Add(property.Name, property.Value);
        }
    }

    public string Text(string name)
    {
        string text = OptionalText(name) ?? "";
        if (text.Length == 0)
        {
            Refuse(name, "is missing or empty");
        }

        return text;
    }

    public string? OptionalText(string name) => left.Remove(name, out JsonElement value) ? TextOf(name, value) : null;

    public double Number(string name, double least)
    {
        if (!left.Remove(name, out JsonElement value) || value.ValueKind != JsonValueKind.Number || value.GetDouble() < least)
        {
            Refuse(name, FormattableString.Invariant($"is not a number of {least} or more"));
            return least;
        }

        return value.GetDouble();
    }

    public IReadOnlyList<string> Texts(string name) =>
        Elements(name) is { } elements ? [.. elements.Select((e, i) => TextOf($"{name}[{i}]", e)).OfType<string>()] : [];

    public IReadOnlyList<JsonFields> Objects(string name) =>
        Elements(name) is { } elements ? [.. elements.Select((e, i) => new JsonFields(e, Place($"{name}[{i}]"), problems))] : [];

    public JsonFields Object(string name)
    {
        if (left.Remove(name, out JsonElement value))
        {
            return new JsonFields(value, Place(name), problems);
        }

        Refuse(name, "is missing");
        return new JsonFields(JsonElement.Parse("{}"), Place(name), problems);
    }

    /// <summary>All fields as points by name.</summary>
    public IReadOnlyDictionary<string, int> Points()
    {
        string[] names = [.. left.Keys];
        return names.ToDictionary(n => n, n => (int)Number(n, 0), StringComparer.Ordinal);
    }

    /// <summary>Values of a contract's enum, by the names that they have there.</summary>
    public IReadOnlyList<T> Values<T>(string name, EnumDescriptor descriptor)
        where T : struct, Enum =>
        [.. Texts(name).Select((text, i) => ValueOf<T>($"{name}[{i}]", text, descriptor)).OfType<T>()];

    public T? Value<T>(string name, EnumDescriptor descriptor)
        where T : struct, Enum => ValueOf<T>(name, Text(name), descriptor);

    public T? ValueOf<T>(string name, string text, EnumDescriptor descriptor)
        where T : struct, Enum
    {
        if (descriptor.FindValueByName(text) is { Number: > 0 } value)
        {
            return (T)Enum.ToObject(typeof(T), value.Number);
        }

        Refuse(name, $"'{text}' is not a value of {descriptor.Name}");
        return null;
    }

    /// <summary>Names every field that nobody asked for.</summary>
    public void Done()
    {
        foreach (string name in left.Keys)
        {
            Refuse(name, "is not known here");
        }
    }

    public void Refuse(string name, string reason) => problems.Add(new DataProblem(null, $"{Place(name)} {reason}"));

    private List<JsonElement>? Elements(string name)
    {
        if (!left.Remove(name, out JsonElement value))
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0)
        {
            return [.. value.EnumerateArray()];
        }

        Refuse(name, "is not a list with something in it");
        return null;
    }

    private string? TextOf(string name, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text && text == text.Trim())
        {
            return text;
        }

        Refuse(name, "is not a text without white space around it");
        return null;
    }

    private string Place(string name) => name.Length == 0 ? path : path.Length == 0 ? name : $"{path}.{name}";
}
