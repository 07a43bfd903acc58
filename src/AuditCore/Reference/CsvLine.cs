namespace AuditCore.Reference;

/// <summary>One record of a CSV file.</summary>
/// <param name="Line">Line of the file on which the record begins; a quoted field may span several.</param>
/// <param name="Fields">The fields as they stand.</param>
/// <param name="IsBroken">Whether quotes stand where RFC 4180 does not allow them.</param>
internal readonly record struct CsvLine(int Line, IReadOnlyList<string> Fields, bool IsBroken)
{
    /// <summary>A field without white space around it; empty where the record is too short (publishers drop trailing blanks).</summary>
    public string this[int column] => column < Fields.Count ? Fields[column].Trim() : "";

    /// <summary>A field with every run of white space (line breaks and no-break spaces too) as one space; null when blank.</summary>
    public string? Tidy(int column)
    {
        string text = string.Join(' ', this[column].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length == 0 ? null : text;
    }

    public DataProblem Broken() => new(Line, "a quote stands where it opens or closes no field");

    public bool IsBlank => Fields.All(string.IsNullOrWhiteSpace);
}
