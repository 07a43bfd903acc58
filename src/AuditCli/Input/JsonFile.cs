using System.Text.Json;

namespace AuditCli.Input;

/// <summary>Reads a file of cases: a JSON array of objects, or a single object.</summary>
internal static class JsonFile
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>Reads every case, and refuses the file when any part of any case is wrong.</summary>
    /// <param name="path">File name, or <c>-</c>.</param>
    /// <param name="standardInput">What <c>-</c> opens.</param>
    /// <param name="read">Reads one case; adds its problems through the fields.</param>
    /// <exception cref="InputException">All that is wrong.</exception>
    public static IReadOnlyList<T> ReadCases<T>(string path, Func<Stream> standardInput, Func<JsonFields, T> read)
    {
        using JsonDocument document = Parse(path, InputFile.Read(path, standardInput));
        JsonElement root = document.RootElement;
        List<string> problems = [];
        IEnumerable<JsonElement> entries = root.ValueKind == JsonValueKind.Array ? root.EnumerateArray() : [root];
        List<T> cases = [.. entries.Select((entry, i) => JsonFields.Of("case", i, entry, "name", problems)).OfType<JsonFields>().Select(read)];
        InputException.ThrowIfAny([.. problems.Select(problem => $"{path}: {problem}")]);
        return cases;
    }

    private static JsonDocument Parse(string path, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return JsonDocument.Parse(bytes, Strict);
        }
        catch (JsonException e)
        {
            throw new InputException([$"{path}: not JSON. {e.Message}"]);
        }
    }
}
