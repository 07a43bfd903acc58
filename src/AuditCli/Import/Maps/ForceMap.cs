using System.Collections.Frozen;
using AuditCli.Import.Rows;
using AuditCore.Reference;

namespace AuditCli.Import.Maps;

/// <summary>Whose rows they are: one force for all, or a column that names it.</summary>
internal sealed class ForceMap
{
    private static readonly FrozenDictionary<string, string> Published = Forces.All
        .SelectMany(force => Words(force).Select(word => (word, force.Slug)))
        .ToFrozenDictionary(known => known.word, known => known.Slug, StringComparer.OrdinalIgnoreCase);

    private readonly string? slug;
    private readonly ValueMap? value;

    public ForceMap(string slug) => this.slug = slug;

    public ForceMap(ValueMap value) => this.value = value;

    /// <summary>The slug of the row's force; null, and a problem, when it names none.</summary>
    public string? Read(Row row, RowProblems problems)
    {
        if (value is null)
        {
            return slug;
        }

        string word = value.Read(row, "", problems);
        if (word.Length == 0)
        {
            return null;
        }

        if (Published.TryGetValue(word, out string? known))
        {
            return known;
        }

        problems.Add($"column '{value.Column}': '{word}' is not a force of England and Wales");
        return null;
    }

    private static IEnumerable<string> Words(Force force) =>
        new[] { force.Slug, force.Name, force.AreaName }.Distinct(StringComparer.OrdinalIgnoreCase);
}
