using AuditCli.Import.Rows;

namespace AuditCli.Import.Maps;

/// <summary>Where the text of a field comes from: a constant, or a column.</summary>
internal sealed record ValueMap
{
    /// <summary>Always this text; null: from the column.</summary>
    public string? Constant { get; init; }

    public int Slot { get; init; }

    public string Column { get; init; } = "";

    /// <summary>The source's words and what they stand for; a word that is not here stands for itself.</summary>
    public IReadOnlyDictionary<string, string>? Values { get; init; }

    public BlankRule IfBlank { get; init; }

    /// <summary>What separates the elements of a list; null: one element.</summary>
    public string? Split { get; init; }

    /// <summary>The text, empty where blank is allowed.</summary>
    /// <param name="row">The row.</param>
    /// <param name="identity">The incident's reference.</param>
    /// <param name="problems">Gets what is wrong.</param>
    public string Read(Row row, string identity, RowProblems problems)
    {
        if (Constant is not null)
        {
            return Constant;
        }

        string text = row[Slot];
        if (Values is not null && Values.TryGetValue(text, out string? meant))
        {
            text = meant;
        }

        if (text.Length > 0 || IfBlank == BlankRule.Empty)
        {
            return text;
        }

        if (IfBlank == BlankRule.Reject)
        {
            problems.Add($"column '{Column}' is blank");
        }

        return IfBlank == BlankRule.Identity ? identity : "";
    }
}
