using System.Text.RegularExpressions;

namespace AuditServer.Tests.Deployment;

/// <summary>
/// compose.yaml, read as the part of YAML that it keeps to: block mappings and lists indented by two, and values on one line. What is
/// outside of that part is refused, so that nothing is read otherwise than Docker reads it.
/// </summary>
internal sealed partial class ComposeFile
{
    private const int Step = 2;

    private readonly List<(string Path, string Value)> values = [];
    private readonly HashSet<string> keys = new(StringComparer.Ordinal);

    private ComposeFile()
    {
    }

    /// <summary>Every value with the keys that lead to it, <c>services/server-1/image</c>. Merged keys stand where they are written.</summary>
    public IReadOnlyList<(string Path, string Value)> Values => values;

    /// <exception cref="FormatException">It is not that part of YAML; the message names the line.</exception>
    public static ComposeFile Parse(string text)
    {
        var file = new ComposeFile();
        var above = new List<string>();
        string[] lines = text.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i].TrimEnd();
            if (line.TrimStart() is [not '#', ..] && !file.Take(line, above))
            {
                throw new FormatException($"line {i + 1} cannot be read: {line}");
            }
        }

        return file;
    }

    /// <summary>The values of a key, wherever it stands.</summary>
    public IEnumerable<string> Of(string key) => values.Where(v => v.Path.EndsWith($"/{key}", StringComparison.Ordinal)).Select(v => v.Value);

    /// <summary>The mapping or list of a key: its own keys with their values.</summary>
    public IReadOnlyDictionary<string, string> Under(string path) => values
        .Where(v => v.Path.StartsWith($"{path}/", StringComparison.Ordinal))
        .ToDictionary(v => v.Path[(path.Length + 1)..], v => v.Value, StringComparer.Ordinal);

    private bool Take(string line, List<string> above)
    {
        int indent = line.Length - line.TrimStart(' ').Length;
        if (Line.Match(line[indent..]) is not { Success: true } read || indent % Step != 0 || indent / Step > above.Count)
        {
            return false;
        }

        above.RemoveRange(indent / Step, above.Count - (indent / Step));
        string value = read.Groups["value"].Value;
        string path = string.Join('/', [.. above, read.Groups["key"] is { Success: true } key ? key.Value : $"- {value}"]);
        if (read.Groups["key"].Success && (value.Length == 0 || value[0] == '&'))
        {
            above.Add(read.Groups["key"].Value);
        }

        values.Add((path, value.Trim('"')));
        return keys.Add(path);
    }

    // A key with its value, with none (a mapping or list follows), or with an anchor; or an item of a list. Quoted whole or not at all.
    [GeneratedRegex("""^(?:(?<key>[\w<.-]+):(?: (?<value>&\w+|\*\w+|"(?:[^"\\]|\\.)*"|\[".*"\]|[^"'&*\[{#|>%@`!][^#:]*(?::[^ #][^#:]*)*))?|- (?<value>"[^"]*"|[^"'&*\[{#][^#"]*))$""")]
    private static partial Regex Line { get; }
}
