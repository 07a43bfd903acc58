using CsvHelper;

namespace AuditCli.Import.Rows;

/// <summary>The row at hand, its cells by the slots of the map, trimmed. One object for all rows: read what you need before the next.</summary>
internal sealed class Row(CsvReader reader, int[] indexes)
{
    private readonly string?[] texts = new string?[indexes.Length];

    /// <summary>The row's own identity; empty where the map does not use it.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>The cell; empty when it is blank, or its column is absent.</summary>
    public string this[int slot] => texts[slot] ??= indexes[slot] < 0 ? "" : reader.GetString(indexes[slot]).Trim();

    public void Next(string hash)
    {
        Array.Clear(texts);
        Hash = hash;
    }
}
