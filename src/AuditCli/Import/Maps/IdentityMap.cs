using AuditCli.Import.Rows;

namespace AuditCli.Import.Maps;

/// <summary>How the incident of a row is known.</summary>
/// <param name="SourceSystem">The system that opened it.</param>
/// <param name="Columns">Slots and titles of the columns that make its reference; empty: the hash of the row.</param>
internal sealed record IdentityMap(string SourceSystem, IReadOnlyList<(int Slot, string Name)> Columns)
{
    public bool IsRowHash => Columns.Count == 0;

    /// <summary>The incident's reference in its system.</summary>
    /// <param name="row">The row.</param>
    /// <param name="problems">Gets the columns that are blank.</param>
    public string Reference(Row row, RowProblems problems)
    {
        if (IsRowHash)
        {
            return row.Hash;
        }

        foreach ((int slot, string name) in Columns)
        {
            if (row[slot].Length == 0)
            {
                problems.Add($"column '{name}' is blank");
            }
        }

        return Columns.Count == 1 ? row[Columns[0].Slot] : string.Join('/', Columns.Select(column => Escape(row[column.Slot])));
    }

    /// <summary>Keeps <c>a/b, c</c> and <c>a, b/c</c> apart.</summary>
    private static string Escape(string part) =>
        part.Replace("%", "%25", StringComparison.Ordinal).Replace("/", "%2F", StringComparison.Ordinal);
}
