namespace AuditCore.Reference;

/// <summary>A row of a published file that is not what the file lists, and why it was left out.</summary>
/// <param name="Line">Line of the file on which the row begins, from 1.</param>
/// <param name="Text">The cells that are not blank, joined by " | ".</param>
/// <param name="Reason">What the row is.</param>
public sealed record SkippedRow(int Line, string Text, string Reason);
