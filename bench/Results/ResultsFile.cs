using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bench.Results;

/// <summary>Results of groups as a JSON file. What is written replaces the groups of the same name and leaves the others.</summary>
internal static class ResultsFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>The groups in a file; none where there is no file.</summary>
    public static IReadOnlyList<GroupResult> Read(string path) =>
        File.Exists(path) ? JsonSerializer.Deserialize<List<GroupResult>>(File.ReadAllText(path), Options) ?? [] : [];

    /// <summary>Writes groups into a file, in the order in which groups are run.</summary>
    public static IReadOnlyList<GroupResult> Merge(string path, IReadOnlyList<GroupResult> results, List<string> order)
    {
        List<GroupResult> all = [.. Read(path).Where(old => results.All(r => r.Name != old.Name)), .. results];
        GroupResult[] sorted = [.. all.OrderBy(r => order.IndexOf(r.Name))];
        File.WriteAllText(path, JsonSerializer.Serialize(sorted, Options) + "\n");
        return sorted;
    }
}
