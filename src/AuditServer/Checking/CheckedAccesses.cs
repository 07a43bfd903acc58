namespace AuditServer.Checking;

/// <summary>An access log that was gone through.</summary>
/// <param name="Rows">Rows that are there.</param>
/// <param name="Removed">Rows before the first of them that entries cover: they were taken away, or are kept with another database.</param>
/// <param name="Uncovered">Rows that no entry covers yet.</param>
internal sealed record CheckedAccesses(long Rows, long Removed, long Uncovered)
{
    /// <summary>In words; null when nothing was ever noted.</summary>
    public string? Text => (Rows, Removed) switch
    {
        (0, 0) => null,
        (_, 0) => FormattableString.Invariant($"Checked {Rows:N0} rows of the access log, {Uncovered:N0} of them not covered by an entry yet"),
        _ => FormattableString.Invariant(
            $"Checked {Rows:N0} rows of the access log, {Uncovered:N0} of them not covered by an entry yet; the {Removed:N0} before them are not here"),
    };
}
