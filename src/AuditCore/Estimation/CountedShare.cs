namespace AuditCore.Estimation;

/// <summary>A plain share, such as 126 of 138.</summary>
/// <param name="Count">k.</param>
/// <param name="Of">n.</param>
public readonly record struct CountedShare(long Count, long Of);
