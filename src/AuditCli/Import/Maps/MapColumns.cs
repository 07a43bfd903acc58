namespace AuditCli.Import.Maps;

/// <summary>The columns that a map names, each with a slot, so that a row is read by number and each cell once.</summary>
internal sealed class MapColumns
{
    private readonly List<string> names = [];
    private readonly HashSet<string> needed = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Names => names;

    /// <summary>The slot of a column.</summary>
    /// <param name="name">Its title, exactly as in the header.</param>
    /// <param name="optional">It may be absent from the file, as if every cell were blank.</param>
    public int Slot(string name, bool optional)
    {
        if (!optional)
        {
            needed.Add(name);
        }

        int slot = names.IndexOf(name);
        if (slot < 0)
        {
            slot = names.Count;
            names.Add(name);
        }

        return slot;
    }

    /// <summary>The file's index of each slot; -1 where an optional column is absent.</summary>
    /// <param name="header">The file's titles.</param>
    /// <param name="problems">Gets every column that is missing, or stands in the header twice.</param>
    public int[] Bind(IReadOnlyList<string> header, List<string> problems)
    {
        foreach (string name in names)
        {
            int count = header.Count(title => title == name);
            if (count == 0 && needed.Contains(name))
            {
                problems.Add($"the CSV has no column '{name}', which the map needs; its columns: {string.Join(", ", header)}");
            }
            else if (count > 1)
            {
                problems.Add($"the CSV has {count} columns '{name}'; the map cannot tell which is meant");
            }
        }

        return [.. names.Select(name => header.Index().Where(title => title.Item == name).Select(title => title.Index).FirstOrDefault(-1))];
    }
}
