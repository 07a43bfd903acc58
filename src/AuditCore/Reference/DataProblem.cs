namespace AuditCore.Reference;

/// <summary>One thing wrong with reference data, and where.</summary>
/// <param name="Line">Line of the file on which the row begins, counted from 1; null when the row did not come from a file.</param>
/// <param name="Reason">What is wrong, with the offending value.</param>
public sealed record DataProblem(int? Line, string Reason)
{
    /// <summary>The problem as one line of text: <c>line 12: reason</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Line is { } line ? FormattableString.Invariant($"line {line}: {Reason}") : Reason;
}
