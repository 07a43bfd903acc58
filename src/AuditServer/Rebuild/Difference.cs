namespace AuditServer.Rebuild;

/// <summary>Something that a derived table holds otherwise than the log makes it.</summary>
/// <param name="Table">The table.</param>
/// <param name="Key">The row, by what names it on every engine.</param>
/// <param name="Column">The column; null when the row itself is missing, or is one too many.</param>
/// <param name="Stored">What the database holds; null: no such row.</param>
/// <param name="Recomputed">What the log makes it; null: no such row.</param>
internal sealed record Difference(string Table, string Key, string? Column, string? Stored, string? Recomputed)
{
    public override string ToString() => Column is null
        ? $"{Table} {Key}: {(Recomputed is null ? "stored, and not recomputed" : "recomputed, and not stored")}"
        : $"{Table} {Key}: {Column}: stored {Stored}, recomputed {Recomputed}";
}
