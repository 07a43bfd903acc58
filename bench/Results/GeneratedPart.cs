namespace Bench.Results;

/// <summary>The part of a page that a program writes, between two comments; the rest is its authors'.</summary>
internal static class GeneratedPart
{
    /// <summary>Puts text between the comments that a name stands in.</summary>
    /// <exception cref="InvalidOperationException">The page has no such part.</exception>
    public static void Write(string path, string name, string text)
    {
        string page = File.ReadAllText(path);
        (string begin, string end) = ($"<!-- {name}: written by bench -->\n", $"<!-- end of {name} -->");
        int from = page.IndexOf(begin, StringComparison.Ordinal);
        int to = page.IndexOf(end, StringComparison.Ordinal);
        if (from < 0 || to < from)
        {
            throw new InvalidOperationException($"{path} has no part between '{begin.Trim()}' and '{end}'.");
        }

        File.WriteAllText(path, $"{page[..(from + begin.Length)]}\n{text.TrimEnd('\n')}\n\n{page[to..]}");
    }
}
